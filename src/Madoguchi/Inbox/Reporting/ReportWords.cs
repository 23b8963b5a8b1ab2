using System.Globalization;
using Madoguchi.Cases;
using Madoguchi.Cases.Facts;
using Madoguchi.Desks;
using Madoguchi.Inbox.Entries;
using Madoguchi.Reports.Counting;
using Madoguchi.Shared;

namespace Madoguchi.Inbox.Reporting;

/// <summary>How figures are called.</summary>
public static class ReportWords
{
    private static readonly Dictionary<string, (string Ja, string En)> Columns = new()
    {
        ["day"] = ("日", "Day"), ["desk"] = ("窓口", "Desk"), ["product"] = ("製品", "Product"), ["problem"] = ("問題", "Problem"), ["errorText"] = ("エラー", "Error text"),
        ["channel"] = ("経路", "Channel"), ["contacts"] = ("お問い合わせ", "Contacts"), ["from"] = ("渡した窓口", "From"), ["to"] = ("渡し先", "To"), ["offered"] = ("申し出", "Offered"),
        ["accepted"] = ("引き受け", "Accepted"), ["returned"] = ("戻り", "Returned"), ["waiting"] = ("返事待ち", "Waiting"),
        ["takenOver"] = ("その場で引き取り", "Taken over"), ["cameBack"] = ("あとで元の窓口へ", "Came back later"), ["handovers"] = ("引き継ぎ", "Handovers"), ["cases"] = ("用件", "Cases"),
        ["fact"] = ("聞いたこと", "Fact"), ["askedAgain"] = ("聞き直し", "Asked again"), ["askedOnce"] = ("はじめての質問", "Asked for the first time"), ["questions"] = ("質問", "Questions"),
        ["phrase"] = ("言葉", "Phrase"), ["heldBack"] = ("引き止め", "Held back"), ["sentAnyway"] = ("理由をつけて送信", "Sent anyway"),
        ["heldForProof"] = ("確かめる前で引き止め", "Held back: nobody had looked"), ["declinedWithProof"] = ("根拠を添えて送信", "Sent on a ground"), ["notADenial"] = ("お断りではない", "No denial"),
        ["how"] = ("途切れ方", "How"), ["brokenOff"] = ("途切れ", "Broken off"), ["followedUp"] = ("お声がけ", "Followed up"), ["stuck"] = ("まだお困り", "Still stuck"),
        ["solvedMyself"] = ("ご自分で解決", "Solved it themselves"), ["noLongerNeeded"] = ("もう不要", "No longer needed"), ["silent"] = ("お返事なし", "Silent"), ["solved"] = ("解決", "Solved"),
        ["told"] = ("お話", "Told"), ["answered"] = ("お返事済み", "Answered"), ["answer"] = ("お返事", "Replies"), ["firstAnswer"] = ("はじめのお返事", "First answers"), ["call"] = ("電話", "Calls"),
        ["week"] = ("週", "Week"), ["thanked"] = ("ご感想", "Said how it was"), ["content"] = ("良かった", "Content"), ["soSo"] = ("ふつう", "All right"), ["discontent"] = ("良くなかった", "Not content"),
        ["share"] = ("良かった割合(%)", "Content, %"), ["shareLow"] = ("割合の下限(95%)", "Content, low (95 %)"), ["shareHigh"] = ("割合の上限(95%)", "Content, high (95 %)"),
        ["joined"] = ("並んだ件数", "Joined"), ["called"] = ("順番が来た", "Called"), ["shown"] = ("目安つき", "Shown a wait"), ["inside"] = ("目安どおり", "As told"), ["shorter"] = ("目安より短い", "Shorter"), ["longer"] = ("目安より長い", "Longer"),
        ["insideShare"] = ("目安どおりの割合(%)", "As told, %"), ["insideLow"] = ("割合の下限(95%)", "As told, low (95 %)"), ["insideHigh"] = ("割合の上限(95%)", "As told, high (95 %)"),
        ["waitP50"] = ("待ち時間 50%", "Wait, 50%"), ["waitP90"] = ("待ち時間 90%", "Wait, 90%"), ["waitP95"] = ("待ち時間 95%", "Wait, 95%"), ["widthP50"] = ("目安の幅 50%", "Width, 50%"),
        ["remedy"] = ("補償", "Remedy"), ["unit"] = ("単位", "Unit"), ["asked"] = ("申請", "Asked for"), ["granted"] = ("お渡し済み", "Granted"), ["sum"] = ("合計", "Sum"), ["seconded"] = ("もう一人が承認", "By a second person"), ["declined"] = ("見送り", "Declined"),
        ["approvalP50"] = ("承認まで 50%", "Decided, 50%"), ["approvalP90"] = ("承認まで 90%", "Decided, 90%"), ["approvalP95"] = ("承認まで 95%", "Decided, 95%"),
        ["promised"] = ("お約束した確認", "Checks promised"), ["kept"] = ("期限までにお知らせ", "Told in time"), ["late"] = ("期限を過ぎた", "Late"),
        ["confirmed"] = ("確認できた", "Confirmed"), ["contradicted"] = ("記録と食い違う", "Contradicted"), ["notInLogs"] = ("記録に見当たらない", "Not in the logs"),
        ["acknowledgedP50"] = ("お伝えするまで 50%", "Acknowledged, 50%"), ["acknowledgedP90"] = ("お伝えするまで 90%", "Acknowledged, 90%"), ["acknowledgedP95"] = ("お伝えするまで 95%", "Acknowledged, 95%"),
        ["agent"] = ("担当者", "Agent"), ["withdrawn"] = ("取り下げ", "Withdrawn"),
        ["firstAnswerP50"] = ("はじめのお返事 50%", "First answer, 50%"), ["firstAnswerP90"] = ("はじめのお返事 90%", "First answer, 90%"), ["firstAnswerP95"] = ("はじめのお返事 95%", "First answer, 95%"),
        ["solutionP50"] = ("解決 50%", "Solution, 50%"), ["solutionP90"] = ("解決 90%", "Solution, 90%"), ["solutionP95"] = ("解決 95%", "Solution, 95%"),
    };

    public static string Title(Tongue t, string report) => report switch
    {
        "contacts" => t["お問い合わせ", "Contacts"],
        "handovers" => t["引き継ぎ", "Handovers"],
        "asked-twice" => t["聞き直し", "Asked twice"],
        "sent-away" => t["お客様を帰してしまう返事", "Replies that send the customer away"],
        "denials" => t["お断りの返事", "Replies that say no"],
        "broken-off" => t["途切れた用件", "Broken off midway"],
        "satisfaction" => t["解決のあとのご感想", "After it was solved"],
        "answer-times" => t["お返事と解決までの時間", "Time to the answer and to the solution"],
        "remedies" => t["補償", "Remedies"],
        "waits" => t["待ち時間の目安は本当でしたか", "Are the waits we show true?"],
        "checks" => t["確認と調べた結果", "Checks and what they came to"],
        _ => t["あなたと窓口", "You and your desks"],
    };

    public static string Column(Tongue t, string name) => Columns.TryGetValue(name, out var words) ? t[words.Ja, words.En] : name;

    public static string Cell(Tongue t, IReadOnlyDictionary<string, Desk> desks, string column, object? value) => (column, value) switch
    {
        ("desk" or "from" or "to", string slug) => Desk(t, desks, slug),
        ("channel", CountedContact.Web) => t["チャット", "Chat"],
        ("channel", CountedContact.Phone) => t["電話", "Phone"],
        ("fact", string fact) => FactLabels.Label(fact, t),
        ("phrase", Reckoning.Marked) => t["(担当者の印のみ)", "(marked by the agent)"],
        ("phrase", Reckoning.PhoneNumber) => t["(よその電話番号)", "(somebody else’s phone number)"],
        ("how", string how) => Enum.TryParse<BreakKind>(how, ignoreCase: true, out var kind) ? kind.NameIn(t) : how,
        ("remedy", string slug) => Remedies.Remedy.BuiltIn.Select(make => make()).FirstOrDefault(r => r.Slug == slug)?.Name.In(t) ?? slug,
        ("unit", null) or ("sum", null) => "–",
        (_, null) when column.StartsWith("approvalP", StringComparison.Ordinal) => "–",
        (_, long seconds) when column.EndsWith("P50", StringComparison.Ordinal) || column.EndsWith("P90", StringComparison.Ordinal) || column.EndsWith("P95", StringComparison.Ordinal) => Time(t, seconds),
        (_, null) when column.StartsWith("firstAnswerP", StringComparison.Ordinal) || column.StartsWith("solutionP", StringComparison.Ordinal) => "–",
        ("share" or "shareLow" or "shareHigh" or "insideShare" or "insideLow" or "insideHigh" or "waitP50" or "waitP90" or "waitP95" or "widthP50" or "acknowledgedP50" or "acknowledgedP90" or "acknowledgedP95", null) => "–",
        ("week", DateOnly monday) => t[$"{Day(t, monday)}の週", $"Week of {Day(t, monday)}"],
        (_, DateOnly day) => Day(t, day),
        (_, null) => t["(書かれていない)", "(not told)"],
        (_, string words) => words,
        _ => Convert.ToString(value, t.Culture) ?? "",
    };

    public static string Desk(Tongue t, IReadOnlyDictionary<string, Desk> desks, string slug) => desks.TryGetValue(slug, out var desk) ? desk.NameIn(t) : slug;

    public static string Day(Tongue t, DateOnly day) => day.ToString(t["M月d日", "d MMM"], t.Culture);

    /// <summary>As one says it: 40 seconds, 12 minutes, 3 hours, 5 days.</summary>
    public static string Time(Tongue t, long? seconds) => seconds switch
    {
        null => "–",
        < 60 => t[$"{seconds}秒", $"{seconds} s"],
        < 5_400 => t[$"{Math.Round(seconds.Value / 60.0):0}分", $"{Math.Round(seconds.Value / 60.0):0} min"],
        < 172_800 => t[$"{Math.Round(seconds.Value / 3_600.0):0}時間", $"{Math.Round(seconds.Value / 3_600.0):0} h"],
        _ => t[$"{Math.Round(seconds.Value / 86_400.0):0}日", $"{Math.Round(seconds.Value / 86_400.0):0} days"],
    };

    /// <summary>1 case, 1,234 cases: in English.</summary>
    public static string Count(long count, string one, string many) => $"{count.ToString("N0", Tongue.English.Culture)} {(count == 1 ? one : many)}";

    public static string Number(Tongue t, long? value) => value?.ToString("N0", CultureInfo.GetCultureInfo(t.Culture.Name)) ?? "";
}
