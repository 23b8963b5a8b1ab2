using System.Globalization;
using Madoguchi.Desks;
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
        ["accepted"] = ("引き受け", "Accepted"), ["returned"] = ("戻り", "Returned"), ["withdrawn"] = ("取り下げ", "Withdrawn"), ["waiting"] = ("返事待ち", "Waiting"),
        ["takenOver"] = ("その場で引き取り", "Taken over"), ["cameBack"] = ("あとで元の窓口へ", "Came back later"), ["handovers"] = ("引き継ぎ", "Handovers"), ["cases"] = ("用件", "Cases"),
    };

    public static string Column(Tongue t, string name) => Columns.TryGetValue(name, out var words) ? t[words.Ja, words.En] : name;

    public static string Cell(Tongue t, IReadOnlyDictionary<string, Desk> desks, string column, object? value) => (column, value) switch
    {
        ("desk" or "from" or "to", string slug) => Desk(t, desks, slug),
        ("channel", CountedContact.Web) => t["チャット", "Chat"],
        ("channel", CountedContact.Phone) => t["電話", "Phone"],
        (_, DateOnly day) => Day(t, day),
        (_, null) => t["(書かれていない)", "(not told)"],
        (_, string words) => words,
        _ => Convert.ToString(value, t.Culture) ?? "",
    };

    public static string Desk(Tongue t, IReadOnlyDictionary<string, Desk> desks, string slug) => desks.TryGetValue(slug, out var desk) ? desk.NameIn(t) : slug;

    public static string Day(Tongue t, DateOnly day) => day.ToString(t["M月d日", "d MMM"], t.Culture);

    public static string Number(Tongue t, long? value) => value?.ToString("N0", CultureInfo.GetCultureInfo(t.Culture.Name)) ?? "";
}
