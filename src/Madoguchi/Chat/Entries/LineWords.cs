using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Evidence.Asking;
using Madoguchi.Shared;
using Madoguchi.Thanks;

namespace Madoguchi.Chat.Entries;

/// <summary>What happened beside the words, in one line that the customer reads.</summary>
public static class LineWords
{
    /// <summary>How far we are with what is broken for many.</summary>
    public static string Progress(string state, Tongue t) => state switch
    {
        "investigating" => t["調査しています", "investigating"],
        "identified" => t["原因がわかりました", "cause found"],
        "monitoring" => t["直し、様子を見ています", "mended, being watched"],
        "resolved" => t["復旧しました", "resolved"],
        _ => state,
    };

    /// <param name="label">What a desk of this house calls the fact, if it has a word of its own.</param>
    public static string Of(Happening what, Tongue t, string? label = null) => what switch
    {
        FactTold told => t[$"伺いました: {label ?? FactLabels.Label(told.Key, t)} {told.Value}", $"Noted: {label ?? FactLabels.Label(told.Key, t)} {told.Value}"],
        FactPromised promised => t[$"{label ?? FactLabels.Label(promised.Key, t)}は、あとで伺います", $"{label ?? FactLabels.Label(promised.Key, t)}: later"],
        HandoverAccepted accepted => t[
            $"{Name(accepted.To, t)}がお話をすべて読み、引き継ぎました。もう一度お話しいただく必要はありません。",
            $"{Name(accepted.To, t)} has read your story and is taking over. You need not repeat a word."],
        TakenOver taken => t[
            $"{Name(taken.To, t)}がお話をすべて読み、引き継ぎました。もう一度お話しいただく必要はありません。",
            $"{Name(taken.To, t)} has read your story and is taking over. You need not repeat a word."],
        LanguageAhead ahead => t[$"このあと、{LanguageNames.Of(ahead.Language, t)}の担当に代わります", $"Next, somebody who writes {LanguageNames.Of(ahead.Language, t)} may go on"],
        LanguageAnswered { Wait: true } => t["ご自分の言葉の担当を待つ、と伺いました", "You would rather wait for your own language: noted"],
        LanguageAnswered => t["そのまま進めてよい、と伺いました", "You are fine with going on: noted"],
        SolutionAnswered { Solved: true } => t["解決しました", "Solved"],
        SolutionAnswered => t["まだ解決していない、と伺いました。続けます。", "Not solved yet: we go on."],
        ClosedBySilence => t["しばらくお返事がなかったため、いったん閉じました。ここに書いていただければ、すぐに続けられます。", "We heard nothing for a while and closed this for now. Write here and it goes on at once."],
        EvidenceAdded evidence => t[$"お送りいただいた「{evidence.Name}」を、証拠として変わらずに保管します(SHA-256 {evidence.Sha256[..12]}…)", $"“{evidence.Name}”, which you sent, is kept unchanged as evidence (SHA-256 {evidence.Sha256[..12]}…)"],
        EvidenceAsked asked => t[$"確かめるために、あると助かるもの: {EvidenceNames.All(asked.Wanted, t)}", $"To look into this, these would help: {EvidenceNames.All(asked.Wanted, t)}"],
        AddressVerified verified => t[$"お返事を {verified.To} でもお受け取りになれます", $"Answers reach you at {verified.To}, too"],
        Mailed { Why: Mailed.Answers } mailed => t[$"お返事を {mailed.To} にメールでもお送りしました", $"The answer went by mail to {mailed.To}, too"],
        Mailed mailed => t[$"このページのリンクを {mailed.To} にメールでお送りしました", $"The link to this page went by mail to {mailed.To}"],
        IncidentTold told => t[$"「{told.Name}」({Progress(told.State, t)})", $"“{told.Name}” ({Progress(told.State, t)})"],
        WorksAgain { Yes: true } => t["直った、と伺いました。お知らせくださり、ありがとうございます。", "It works again: noted. Thank you for telling us."],
        WorksAgain => t["まだ直っていない、と伺いました。先頭で、続きを承ります。", "It does not work yet: noted. You are at the front, and we go on."],
        FollowUpAnswered { Answer: FollowUpAnswer.Stuck } => t["まだお困りと伺いました。続きからお手伝いします。", "Still stuck: noted. We go on from where we stopped."],
        FollowUpAnswered { Answer: FollowUpAnswer.SolvedMyself, How: { } how } => t[$"ご自分で解決されたと伺いました: {how}", $"You solved it yourself: {how}"],
        FollowUpAnswered { Answer: FollowUpAnswer.SolvedMyself } => t["ご自分で解決されたと伺いました", "You solved it yourself: noted"],
        FollowUpAnswered => t["もう必要ないと伺いました", "No longer needed: noted"],
        CallCame { State: CallCame.Missed } => t["お電話に出られず、申し訳ありません。こちらから折り返しますので、かけ直していただかなくて大丈夫です。", "We are sorry that nobody answered your call. We call you back: no need to call again."],
        Texted { Why: Texted.NotReached } => t["つながらなかったことを、SMSでもお知らせしました", "We told you by text message too that we did not reach you"],
        Texted texted => t[$"このページへのリンクを {texted.To} にSMSで送りました", $"The link to this page went to {texted.To} by text message"],
        CallCame => t["お電話をありがとうございました", "Thank you for calling"],
        LineJoined { Phone: true } joined => t[$"整理券{joined.Number}番をお取りしました。順番が来たら、こちらからお電話します。", $"You have ticket {joined.Number}. When your turn comes, we call you."],
        LineJoined joined => t[$"整理券{joined.Number}番をお取りしました。この画面を閉じても、順番はそのままです。", $"You have ticket {joined.Number}. You may close this page: your place is kept."],
        LineCalled { Phone: true } => t["順番が来ました。こちらからお電話しています。", "It is your turn: we are calling you."],
        LineCalled => t["順番が来ました。担当がまいります。", "It is your turn: somebody is here for you."],
        LineHeld { Phone: true } => t["お電話しましたが、つながりませんでした。少ししてから、またお電話します。", "We called and did not reach you. We try again in a little while."],
        LineHeld => t["お席を外されているようですので、先頭でお待ちしています。どうぞごゆっくり。", "You seem to be away. We keep the front of the line for you: no hurry."],
        LineReturned => t["お帰りなさい。先頭でお待ちいただいています。", "Welcome back: you are at the front of the line."],
        LineLeft { Because: LineLeft.NotReached } => t["何度かお電話しましたが、つながりませんでした。ここから、またいつでもお呼びください。", "We called several times and did not reach you. Call us from here whenever you like."],
        LineLeft { Because: LineLeft.Away } => t["お戻りがなかったため、順番を次の方にお譲りしました。ここから、いつでも列に戻れます。", "You did not come back, so the next one went ahead. From here you can join the line again at any time."],
        LineLeft { Because: LineLeft.Solved } => t["解決しましたので、順番待ちは終わりです", "Solved: no need to wait any longer"],
        LineMoved moved => t[
            $"順番も{Name(moved.To, t)}に移りました。新しい整理券は{moved.Number}番です。お並びになった時刻は、そのまま数えます。",
            $"Your place went along to {Name(moved.To, t)}: ticket {moved.Number} now. The time you joined still counts."],
        LineLeft { Because: LineLeft.WrongNumber } => t["伺っていたお電話番号ではつながりませんでした。お手数ですが、番号をもう一度お知らせください。", "The number that we have did not reach you. Please give it to us again."],
        LineLeft => t["順番待ちをやめました", "You are out of the line"],
        Thanked { Agents: { } agents } thanked => $"{Scores.Name(thanked.Score, t)}{t["・お礼: ", " · thanks to "]}{string.Join(t["、", ", "], agents.Select(a => t[$"{a.Name}さん", a.Name]))}",
        Thanked thanked => Scores.Name(thanked.Score, t),
        RegistrationHelped { Repair: RegistrationHelped.Complete } helped => t[$"「{helped.Name}」の登録を完了にしました。受付番号 {helped.Receipt}", $"Your registration for {helped.NameInEnglish} is complete. Receipt {helped.Receipt}"],
        RegistrationHelped { Repair: RegistrationHelped.CorrectAddress } helped => t[$"「{helped.Name}」の登録のメールアドレスを直し、確認番号をお送りしました", $"The mail address of your registration for {helped.NameInEnglish} was corrected; a code is on its way to it"],
        RegistrationHelped helped => t[$"「{helped.Name}」の確認番号をもう一度お送りしました", $"Another code for {helped.NameInEnglish} is on its way to you"],
        WalkStarted walk => t[$"「{walk.Title.In(t)}」を、手順に沿ってご一緒に試します", $"We go through this together, step by step: {walk.Title.In(t)}"],
        WayBegun { Risk: { } risk } way => t[$"「{way.Title.In(t)}」を試します(承知: {risk.In(t)})", $"Trying: {way.Title.In(t)} (you know that {risk.In(t)})"],
        WayBegun way => t[$"では、別の方法を試しましょう: {way.Title.In(t)}", $"Then let us try another way: {way.Title.In(t)}"],
        StepAnswered { Answer: StepAnswered.Unclear, Words: { } words } => t[$"わからない、と伺いました: {words}", $"You said that this is not clear: {words}"],
        StepAnswered { Answer: StepAnswered.Unclear } => t["わからない、と伺いました。担当にお知らせしました。", "You said that this is not clear. Support has been told."],
        StepAnswered { Answer: StepAnswered.Done } step => t[$"できました: {step.Text.In(t)}", $"Done: {step.Text.In(t)}"],
        StepAnswered step => t[$"うまくいきませんでした: {step.Text.In(t)}", $"Did not work: {step.Text.In(t)}"],
        WayTried { Solved: true } way => t[$"「{way.Title.In(t)}」で解決しました", $"This solved it: {way.Title.In(t)}"],
        WayTried way => t[$"「{way.Title.In(t)}」では変わりませんでした。もうお願いすることはありません。", $"{way.Title.In(t)}: no change. Nobody will ask you to try it again."],
        WalkPaused => t["手順を止めて、お待ちします", "The steps rest; we wait"],
        WalkResumed => t["手順の続きから", "On with the steps"],
        WalkEnded { How: WalkEnded.Solved } => t["手順はここまでです。おつかれさまでした。", "That is the end of the steps. Well done."],
        WalkEnded { How: WalkEnded.Exhausted } => t["用意した方法はすべて試しました。ここからは担当が引き受けます。", "Every way that we had has been tried. From here on it is our work."],
        WalkEnded => t["手順を終わりにしました", "The steps end here"],
        CheckPromised check => t[$"確認しています: {check.What}。{At(check.By, t)}までにお知らせします。", $"We are checking: {check.What}. You hear from us by {At(check.By, t)}."],
        TechnicalAsked asked => t[$"{Name(asked.Desk, t)}に確認をお願いしました。お返事は {At(asked.Due, t)} までの見込みです。", $"We have asked {Name(asked.Desk, t)}; an answer is expected by {At(asked.Due, t)}."],
        CameBack back => t[$"{Name(back.From, t)}の確認が済み、{Name(back.To, t)}が続きを承ります。", $"{Name(back.From, t)} has finished its check; {Name(back.To, t)} goes on with you."],
        SupervisorWished wished => t[$"責任者とのお話を承りました。{At(wished.By, t)}までに、責任者からお返事します。", $"You want a supervisor: one of them answers you by {At(wished.By, t)}."],
        SupervisorNotNeeded => t["責任者とのお話は、もう必要ないと伺いました", "A supervisor is no longer needed: noted"],
        SupervisorCame came => t[$"責任者({came.Name})がお返事しました", $"A supervisor ({came.Name}) has answered you"],
        FindingShown shown => Found(shown.Verdict, t),
        VoiceDecided decided => Decided(decided, t),
        Reopened => t["この用件を再開しました", "The matter is open again"],
        _ => "",
    };

    /// <summary>What a look came to, in words for people.</summary>
    public static string Found(Verdict verdict, Tongue t) => verdict switch
    {
        Verdict.Confirmed => t["調べました。おっしゃるとおりでした", "We looked: it happened as you say"],
        Verdict.Contradicted => t["調べました。記録には別のことが残っていました", "We looked: our records show something else"],
        Verdict.NotInLogs => t["調べました。こちらの記録には見当たりませんでした", "We looked: our records do not show it"],
    };

    public static string Right(KeptRight right, Tongue t) => right.Kept
        ? t[$"締め切りの前（{At(right.Began, t)}）に始めておられたので、権利はそのままです。", $"You began before the deadline (at {At(right.Began, t)}): your right is kept."]
        : t[$"始められたのは {At(right.Began, t)} でした。", $"You began at {At(right.Began, t)}."];

    // Tokyo keeps one offset all year.
    private static string At(DateTimeOffset at, Tongue t) => at.ToOffset(TimeSpan.FromHours(9)).ToString(t["M月d日 H:mm", "d MMM HH:mm"], t.Culture) + t["", " (Japan time)"];

    private static string Name(DeskName desk, Tongue t) => t[desk.Name, desk.NameInEnglish ?? desk.Name];

    private static string Decided(VoiceDecided decided, Tongue t) => (decided.State, decided.Version) switch
    {
        ("fixed", { } version) => t[$"いただいた声について: バージョン {version} で直しました", $"What you told us: fixed in version {version}"],
        ("fixed", _) => t["いただいた声について: 直しました", "What you told us: fixed"],
        ("planned", { } version) => t[$"いただいた声について: バージョン {version} で予定しています", $"What you told us: planned for version {version}"],
        ("planned", _) => t["いただいた声について: 予定しています", "What you told us: planned"],
        _ => t["いただいた声について: 対応しないことになりました", "What you told us: we have decided not to do it"],
    };
}
