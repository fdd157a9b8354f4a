package nearside.copilot.context.scope;

import nearside.copilot.context.scope.Tongue.Tasks;

/// How Chinese and Japanese ask about all of a text. Both write without spaces; what a sentence is
/// about stands before such words, and then it is not plain.
final class Ideographs {
    private static final String TEXT =
            "(?:文章|文档|文件|文書|报告|報告書?|合同|对话|對話|会話|聊天(?:记录)?|谈话|讨论|议论|話|资料|資料|论文|論文|书|本文"
                    + "|テキスト|ファイル|ドキュメント|記事|レポート|チャット|やり取り)";

    static final Tongue TONGUE =
            new Tongue(
                    new Tasks(
                            Tongue.signs(
                                    """
                                    总结 總結 概括 归纳 歸納 摘要 概述 概要 概览 梳理 (?:主要|核心|中心)(?:内容|内容|观点|思想|主题|意思)
                                    要点 重点 主题 大意 (?:讲|说|聊|谈|讨论|写)了?(?:些)?(?:什么|哪些)
                                    要約 まとめ(?:て|る)? あらすじ 主なテーマ 何について 主な(?:内容|ポイント|論点) ポイント
                                    """),
                            Tongue.signs(
                                    """
                                    翻译 翻譯 翻訳 校对 校對 校正 润色 改写 改寫 书き直 書き直 訳して 修改 纠正
                                    """),
                            Tongue.signs(
                                    """
                                    (?:提到|出现|说过|提及)了?(?:多少|几)次 何回(?:出て|登場|言及|使われ) 所有提到 すべての言及
                                    """)),
                    Tongue.signs("全文 整篇 整个 全部 所有(?:内容|对话) 所有的?内容 全体 すべて 全て これまで"),
                    Tongue.signs(TEXT),
                    Tongue.signs(
                            """
                            第[一二三四五六七八九十\\d]+(?:章|段|节|節|句|页|ページ) 关于(?!什么) 關於 に関する 最后一 最後の
                            谁 誰 哪(?:天|里|年|儿) 哪一天 いつ どこ 为什么 なぜ
                            """),
                    Tongue.signs(
                            """
                            请 請 帮我 幫我 给我 一下 一个 这篇 这份 这个 那篇 那份 这 那 我们 我們 咱们 你们 的 是什么 是 什么 把 用
                            简短 简单 简要 地 做 写 出 来 成 英文 中文 英语 日文 三 两 句话 字 有 哪些 都 些 到 到目前为止 目前 为止 了 吧 呢 吗 我 你 和 与
                            までの してください ください して 教えて お願いします ですか です か を の は が に で この その 何 チャット 内容 全部 三行 行 英語 日本語 訳 短く 簡単に と
                            """));

    private Ideographs() {}
}
