package nearside.storage.vault;

import nearside.storage.keystore.SystemKeys;
import nearside.storage.keystore.SystemKeysContract;

class SystemKeysInMemoryTest extends SystemKeysContract {
    @Override
    protected SystemKeys keys() {
        return new SystemKeysInMemory();
    }
}
