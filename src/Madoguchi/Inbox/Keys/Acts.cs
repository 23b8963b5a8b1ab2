using Madoguchi.Shared;

namespace Madoguchi.Inbox.Keys;

/// <summary>Everything that can be done in the workspace: the one table behind the keys sheet and the palette.
/// A new act gets one row here, and its link or button in the page gets <c>data-key="x"</c>, or <c>data-does="name"</c> if it has no key: pressing, choosing and
/// reading about it are then the same act. What is not in the page is not offered in the palette. KeysTests compares the table with the markup.</summary>
public static class Acts
{
    public static readonly IReadOnlyList<Act> All =
    [
        new(Reach.Hand, "move", "j k", "次の用件・前の用件", "Next case, previous case", "つぎ まえ"),
        new(Reach.Hand, "open", "Enter", "開く", "Open it", "ひらく"),
        new(Reach.Case, "reply", "r", "返信を書く", "Write a reply", "へんしん こたえる", "answer message", "{case}?mode=reply#reply"),
        new(Reach.Case, "note", "n", "社内メモを書く", "Write an internal note", "しゃない めも", "memo", "{case}?mode=note#reply"),
        new(Reach.Hand, "send", "Ctrl Enter", "送る(Mac では ⌘ Enter)", "Send (⌘ Enter on a Mac)", "おくる"),
        new(Reach.Case, "canned", "", "定型文を入れる(書く欄で / )", "Put in a canned text ( / while writing)", "ていけいぶん じゅんび", "template snippet macro", "{case}/canned", true),
        new(Reach.Case, "translate", "", "機械翻訳を付けて送る", "Send with a machine translation", "ほんやく きかい", "language", "{case}#reply"),
        new(Reach.Case, "ask", "q", "聞き取りの質問を送る", "Ask an intake question", "ききとり しつもん たずねる", "question", "{case}/questions", true),
        new(Reach.Case, "fact", "f", "聞き取りを書き加える", "Write down a fact", "ききとり かく", "told", "{case}/fact", true),
        new(Reach.Case, "describe", "e", "件名・製品・問題を書く", "Describe the case", "けんめい せいひん もんだい", "subject product problem edit", "{case}/description", true),
        new(Reach.Case, "take-charge", "m", "自分の担当にする", "Take charge of it", "じぶん たんとう", "mine assign me", "{case}"),
        new(Reach.Case, "assign", "", "担当者を決める", "Assign it to somebody", "たんとうしゃ きめる", "colleague in charge", "{case}/assignment", true),
        new(Reach.Case, "guide", "g", "手順を一緒に歩く", "Walk a guide together", "てじゅん いっしょ ほうほう", "steps remedy try", "{case}/guides", true),
        new(Reach.Case, "another-way", ".", "では、別の方法を(手順)", "Another way (of the guide)", "べつ ほうほう てじゅん", "next remedy", "{case}#walk"),
        new(Reach.Case, "walk-agree", "", "手順: お客様が承知された", "Guide: the customer agrees to the risk", "てじゅん しょうち", "risk confirm", "{case}#walk"),
        new(Reach.Case, "walk-done", "", "手順: できた", "Guide: step done", "てじゅん できた", "step", "{case}#walk"),
        new(Reach.Case, "walk-failed", "", "手順: うまくいかない", "Guide: step did not work", "てじゅん うまく", "step failed", "{case}#walk"),
        new(Reach.Case, "walk-solved", "", "手順: 直った", "Guide: it works", "てじゅん なおった", "solved", "{case}#walk"),
        new(Reach.Case, "walk-in-vain", "", "手順: 変わらない", "Guide: no change", "てじゅん かわらない", "in vain", "{case}#walk"),
        new(Reach.Case, "walk-rest", "", "手順: ひと休み", "Guide: let it rest", "てじゅん ひとやすみ", "pause", "{case}#walk"),
        new(Reach.Case, "walk-resume", "", "手順を続ける", "Guide: go on", "てじゅん つづける", "resume", "{case}#walk"),
        new(Reach.Case, "walk-stop", "", "手順を終える", "Guide: end the walk", "てじゅん おえる", "stop", "{case}#walk"),
        new(Reach.Case, "hand-over", "h", "別の窓口へ引き継ぐ", "Hand over to another desk", "ひきつぎ べつ まどぐち", "transfer escalate", "{case}/handover", true),
        new(Reach.Case, "hand-to-fitting", "", "合う窓口へ引き継ぐ(受付で)", "Hand over to the fitting desk (at the reception)", "あう まどぐち ひきつぎ うけつけ", "place reception proposal", "{case}#band"),
        new(Reach.Case, "accept", "a", "引き継ぎを引き受ける", "Accept a handover", "ひきつぎ ひきうける", "offer", "{case}#band"),
        new(Reach.Case, "return", "", "引き継ぎを差し戻す", "Return a handover with a reason", "ひきつぎ さしもどす", "reject back", "{case}#band"),
        new(Reach.Case, "withdraw", "", "引き継ぎの申し出を取り下げる", "Withdraw the offer", "ひきつぎ もうしで とりさげ", "cancel handover", "{case}#band"),
        new(Reach.Case, "solve", "s", "解決を提案する", "Propose a solution", "かいけつ ていあん", "solved close done", "{case}/solution", true),
        new(Reach.Case, "approve-reply", "", "待っている返信を承認して送る", "Approve and send the waiting reply", "しょうにん おくる", "second person", "{case}#awaiting"),
        new(Reach.Case, "return-reply", "", "待っている返信を言葉をつけて戻す", "Return the waiting reply with words", "しょうにん もどす さしもどし", "reject second person", "{case}#awaiting"),
        new(Reach.Case, "take-reply-back", "", "承認を待つ返信を取り下げる", "Take my waiting reply back", "しょうにん とりさげ", "cancel rewrite", "{case}#awaiting"),
        new(Reach.Case, "grant-remedy", "", "補償を決める", "Grant a remedy", "ほしょう とくてん へんきん おわび えんちょう", "compensation reward refund apology extension", "{case}/remedy", true),
        new(Reach.Case, "undo", "u", "送ったものを取り消す", "Take back what I sent last", "とりけす もどす", "undo withdraw", "{case}#undo"),
        new(Reach.Case, "ask-technical", "", "技術窓口に確かめる", "Ask the technical desk", "ぎじゅつ かくにん たしかめる しらべる", "escalate question second line", "{case}/escalation", true),
        new(Reach.Case, "answer-question", "", "確認のお願いにお返事する", "Answer the question to your desk", "かくにん へんじ ぎじゅつ", "escalation technical reply", "{case}#question-band"),
        new(Reach.Case, "withdraw-question", "", "確認のお願いを取り下げる", "Withdraw the question to the technical desk", "とりさげる かくにん ぎじゅつ", "escalation cancel", "{case}#question-band"),
        new(Reach.Case, "later", "z", "あとで: 決めた時刻まで保留にする", "Later: on hold until a time", "あとで ほりゅう", "snooze wait remind", "{case}/snooze", true),
        new(Reach.Case, "tags", "l", "タグをつける", "Tags", "たぐ", "label words", "{case}/tags", true),
        new(Reach.Case, "priority", "p", "優先度を決める", "Priority", "ゆうせんど しきゅう", "urgent high low", "{case}/priority", true),
        new(Reach.Case, "follow-up", "w", "ご様子をうかがう", "Follow up: ask how things are", "ようす うかがう とぎれた", "broken off write again", "{case}/follow-up", true),
        new(Reach.Case, "let-be", "", "ご様子をうかがわずに、一覧から外す", "No follow-up needed: off the list", "うかがわない はずす とぎれた", "broken off dismiss", "{case}/follow-up/closure", true),
        new(Reach.Case, "card", "i", "お客様のカードを開く・閉じる", "Open or close the customer’s card", "おきゃくさま かーど", "person facts", "{case}#card"),
        new(Reach.Case, "copy", "c", "お客様番号をコピー", "Copy the customer number", "おきゃくさま ばんごう こぴー", "clipboard", "{case}#card"),
        new(Reach.Case, "confirm-number", "", "お申し出の番号をご本人と確認する", "Confirm the claimed number", "ばんごう かくにん ほんにん", "verify customer", "{case}#card"),
        new(Reach.Case, "check", "1", "お話を製品の記録と照らし合わせる", "Check their words against the product’s log", "てらしあわせ たしかめる きろく ろぐ しょうこ", "proof log evidence events", "{case}/proof"),
        new(Reach.Place, "take-call", "t", "お電話を受ける", "Take a call", "でんわ うける", "phone telephone caller", "/desk/calls/new", true),
        new(Reach.Case, "ask-evidence", "", "証拠をお願いする(画面、メールなど)", "Ask for evidence (a screen, a mail …)", "しょうこ おねがい くわえる がめん めーる", "proof capture headers screenshot add", "{case}/evidence/ask", true),
        new(Reach.Place, "next-in-line", "o", "次のお客様をお呼びする(順番待ち)", "Call the next customer in line", "つぎ じゅんばん せいりけん よぶ", "queue ticket turn", "/desk/line"),
        new(Reach.Place, "take-turn", "d", "お願いされた順番をお受けする", "Take the turn that you are offered", "うける じゅんばん", "accept offer turn", "/desk/line"),
        new(Reach.Place, "pass-turn", "", "お願いされた順番を次の担当に回す", "Pass the turn that you are offered on", "まわす じゅんばん", "decline skip turn", "/desk/line"),
        new(Reach.Case, "turn-served", "v", "順番: 応対を終えた", "Turn: served", "おうたい おわり じゅんばん", "done line", "{case}#line-band"),
        new(Reach.Case, "turn-away", "x", "順番: 席を外されている・電話に出ない", "Turn: away, or no answer", "ふざい るす せき はずす", "missed hold line", "{case}#line-band"),
        new(Reach.Case, "send-link", "", "続きのリンクをメールで送る", "Mail the way back", "りんく めーる おくる", "link return", "{case}#card"),
        new(Reach.Case, "call-back", "", "この方に、いま折り返す", "Call this customer back now", "おりかえし でんわ かける", "phone dial", "{case}#line-band"),
        new(Reach.Case, "wrong-number", "", "折り返し: 番号が違う", "Call back: wrong number", "ばんごう ちがう", "phone", "{case}#line-band"),
        new(Reach.Case, "text-link", "", "続きのリンクをSMSで送る", "Text the way back", "しょーとめっせーじ りんく おくる", "sms link return", "{case}#card"),
        new(Reach.Place, "callbacks", "", "折り返しのお電話の一覧", "Call backs: due, late, later", "おりかえし でんわ いちらん", "phone late promised", "/desk/callbacks", true),
        new(Reach.Place, "find", "/", "番号・お名前・言葉で探す", "Find by number, name or words", "さがす ばんごう なまえ ことば けんさく", "search customer message", "/desk/find", true),
        new(Reach.Hand, "palette", "Ctrl K", "すべての操作と、お客様を探す(Mac では ⌘ K)", "Every act, and finding customers (⌘ K on a Mac)", "そうさ"),
        .. QueueNames.All.Select(q => new Act(Reach.Place, $"go-{q.Slug}", q is Queue.BrokenOff ? "b" : "", $"「{q.NameIn(Tongue.Japanese)}」へ移る", $"Go to “{q.NameIn(Tongue.English)}”", ReadingOf(q), "queue list", $"/desk/{q.Slug}")),
        new(Reach.Place, "notices", "", "お知らせを見る", "See the notices", "おしらせ", "rings bell", "/desk/notices", true),
        new(Reach.Place, "thanks", "", "お礼を読む", "Read the thanks", "おれい かんしゃ ほめことば ひょうか", "praise survey score", "/desk/thanks"),
        new(Reach.Place, "board", "", "いまの様子を見る(順番待ちと在席)", "See the live board: lines and who is where", "いま ようす ざいせき おうとうりつ ほうき", "supervisor wallboard abandoned presence", "/desk/board"),
        new(Reach.Place, "approvals", "", "承認待ちを見る", "See what waits for approval", "しょうにん まち ほしょう", "second person remedy decide", "/desk/approvals"),
        new(Reach.Place, "reports", "", "集計を見る", "See the reports", "しゅうけい すうじ れぽーと", "figures numbers statistics", "/desk/reports"),
        new(Reach.Place, "keys", "?", "キー操作の表", "This table of keys", "きー そうさ ひょう", "help shortcuts", "/desk/keys", true),
        new(Reach.Hand, "close", "Esc", "閉じる・書く欄から出る", "Close; leave the writing box", "とじる"),
        new(Reach.Place, "be-available", "", "対応可にする", "I am available", "たいおうか ざいせき うけつける", "presence ready duty", "/desk#duty"),
        new(Reach.Place, "be-busy", "", "対応中にする", "I am busy", "たいおうちゅう とりこみ", "presence duty", "/desk#duty"),
        new(Reach.Place, "be-on-a-break", "", "休憩に入る", "I take a break", "きゅうけい やすむ", "presence pause lunch duty", "/desk#duty"),
        new(Reach.Place, "be-away", "", "退席する", "I go offline", "たいせき かえる おわり", "presence leave duty", "/desk#duty"),
        new(Reach.Place, "me", "", "自分の設定を開く", "Open my settings", "じぶん せってい", "password language", "/settings/me"),
        new(Reach.Place, "canned-texts", "", "定型文を整える", "Edit canned texts", "ていけいぶん せってい", "templates settings", "/settings/canned"),
        new(Reach.Administration, "desks", "", "窓口の設定を開く", "Settings of desks", "まどぐち せってい", "hours greeting", "/settings/desks"),
        new(Reach.Administration, "agents", "", "担当者の設定を開く", "Settings of agents", "たんとうしゃ せってい", "people password", "/settings/agents"),
        new(Reach.Administration, "wording", "", "言い回しの一覧を直す", "Edit the wording", "いいまわし ぶんめん", "phrases sigh hold", "/settings/wording"),
        new(Reach.Administration, "remedies", "", "補償の一覧と上限を直す", "Edit the remedies and their limits", "ほしょう じょうげん かたろぐ", "catalogue compensation limits", "/settings/remedies"),
        new(Reach.Administration, "product-log", "", "製品の記録の設定を開く", "Settings of the product log", "せいひん きろく ろぐ かぎ", "events cloudevents keys", "/settings/product-log"),
        new(Reach.Administration, "stopped", "", "止まった仕事を見る", "See stopped work", "とまった しごと", "outbox failed", "/settings/waiting"),
        new(Reach.Place, "leave", "", "サインアウトする", "Sign out", "さいんあうと おわる", "log out leave", "/settings/me"),
    ];

    /// <summary>What the palette offers, in the table's order.</summary>
    public static IEnumerable<Act> Offered(bool withCase, bool toAdministrator, string? asked = null) => All.Where(a => a.Reach switch
    {
        Reach.Hand => false,
        Reach.Case => withCase,
        Reach.Place => true,
        Reach.Administration => toAdministrator,
    } && (asked is null || a.Answers(asked)));

    private static string ReadingOf(Queue queue) => queue switch
    {
        Queue.New => "みたいおう あたらしい",
        Queue.Open => "たいおうちゅう",
        Queue.Held => "ほりゅう",
        Queue.Done => "かんりょう おわった",
        Queue.Mine => "じぶん たんとう",
        Queue.Offered => "ひきつぎ もうしで",
        Queue.BrokenOff => "とぎれた いなくなった",
        Queue.Line => "じゅんばんまち せいりけん",
    };
}
