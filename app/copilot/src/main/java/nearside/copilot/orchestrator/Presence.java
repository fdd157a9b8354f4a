package nearside.copilot.orchestrator;

/// Whether somebody is there who can answer a question of the program.
public enum Presence {
    PERSON,
    NOBODY
}
