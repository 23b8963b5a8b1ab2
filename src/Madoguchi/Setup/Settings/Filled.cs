using System.Globalization;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Setup.Settings;

/// <summary>A form as it was filled in, and how it reads as what the API takes: one set of rules for both.</summary>
public sealed record Filled(IReadOnlyDictionary<string, string> Fields)
{
    private static readonly char[] Between = [',', '、', '，', '\n', ' '];

    public string Of(string field) => Fields.GetValueOrDefault(field, "").Trim();

    /// <summary>Null, when the form has no such field: then what is there stays.</summary>
    private string? Written(string field) => Fields.ContainsKey(field) ? Of(field) : null;

    public bool Ticked(string field) => Of(field) == "true";

    public string[] Words(string field) => Of(field).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string[] Lines(string field) => Of(field).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Null, when it is no number.</summary>
    public int? Count(string field) => int.TryParse(Of(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // What is no number is as wrong as zero, and says so in the same words.
    public int? Number(string field) => Of(field) is "" ? null : int.TryParse(Of(field), CultureInfo.InvariantCulture, out var number) ? number : 0;

    public DeskChange DeskChange => new(Of("name"), Of("nameInEnglish"), Words("languages"), Lines("products"), Written("hours"), Written("hoursInEnglish"), Ticked("reception") ? true : null,
        Number("silenceHours"), Number("ringAfterMinutes"), Words("origins"), Of("greeting"), Of("greetingInEnglish"), Of("notice"), Of("noticeInEnglish"), Of("firstAnswer"), Of("firstAnswerInEnglish"),
        Lines("words"), Lines("phones"), Ticked("technical"), Number("checkHours"), Ticked("needsApproval"));

    public NewDesk NewDesk
    {
        get
        {
            var d = DeskChange;
            return new(Of("slug"), d.Name ?? "", d.Languages ?? [], d.NameInEnglish, d.Products, d.Hours, d.HoursInEnglish, d.Reception, d.SilenceHours, d.RingAfterMinutes, d.Origins,
                d.Greeting, d.GreetingInEnglish, d.Notice, d.NoticeInEnglish, d.FirstAnswer, d.FirstAnswerInEnglish, d.Words, d.Phones, d.Technical, d.CheckHours, d.NeedsApproval);
        }
    }

    private AgentRole Role => Enum.TryParse<AgentRole>(Of("role"), ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : AgentRole.Agent;

    public NewAgent NewAgent => new(Of("name"), Of("email"), Lines("desks"), Words("languages"), Role, Of("shownName") is { Length: > 0 } shown ? shown : null);

    public AgentChange AgentChange => new(Of("name"), Of("shownName"), Lines("desks"), Words("languages"), Role, NeedsApproval: Ticked("needsApproval"));

    /// <summary>Reasons by the name of the field.</summary>
    public static Dictionary<string, string> Errors(IChecked asked) =>
        asked.Errors().GroupBy(e => e.Pointer.Split('/')[1], e => e.Why).ToDictionary(e => e.Key, e => e.First());

    /// <summary>A line that is made from the hours is no field.</summary>
    public static Filled From(DeskView d) => new(FieldsOf(d).Where(f => !d.HoursReckoned || f.Key is not ("hours" or "hoursInEnglish")).ToDictionary());

    private static Dictionary<string, string> FieldsOf(DeskView d) => new()
    {
        ["name"] = d.Name, ["nameInEnglish"] = d.NameInEnglish ?? "", ["languages"] = string.Join(", ", d.Languages), ["products"] = string.Join('\n', d.Products), ["hours"] = d.Hours ?? "",
        ["hoursInEnglish"] = d.HoursInEnglish ?? "", ["reception"] = d.Reception ? "true" : "", ["silenceHours"] = Plain(d.SilenceHours), ["ringAfterMinutes"] = Plain(d.RingAfterMinutes),
        ["origins"] = string.Join('\n', d.Origins), ["greeting"] = d.Greeting ?? "", ["greetingInEnglish"] = d.GreetingInEnglish ?? "", ["notice"] = d.Notice ?? "",
        ["noticeInEnglish"] = d.NoticeInEnglish ?? "", ["firstAnswer"] = d.FirstAnswer ?? "", ["firstAnswerInEnglish"] = d.FirstAnswerInEnglish ?? "",
        ["technical"] = d.Technical ? "true" : "", ["checkHours"] = Plain(d.CheckHours), ["words"] = string.Join('\n', d.Words), ["phones"] = string.Join('\n', d.Phones), ["needsApproval"] = d.NeedsApproval ? "true" : "",
    };

    public static Filled From(AgentView a) => new(new Dictionary<string, string>
    {
        ["name"] = a.Name, ["shownName"] = a.ShownName, ["email"] = a.Email, ["desks"] = string.Join('\n', a.Desks), ["languages"] = string.Join(", ", a.Languages), ["role"] = a.Role.ToString(), ["needsApproval"] = a.NeedsApproval ? "true" : "",
    });

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
