using System.Security.Cryptography;
using System.Text.Json;
using Madoguchi.Shared;

namespace Madoguchi.Desks;

/// <param name="WidgetSigned">There is a secret by which a site signs for its users.</param>
/// <param name="HoursReckoned">The two lines of hours are made from the desk's opening hours.</param>
/// <param name="Technical">Other desks ask it what the records say.</param>
/// <param name="CheckHours">Open hours within which a promised check is told of.</param>
/// <param name="NeedsApproval">What its agents write waits for a second person before it is sent.</param>
/// <param name="Version">Changes with anything that stands here; the ETag.</param>
public sealed record DeskView(
    Id<Desk> DeskId, string Slug, string Name, string? NameInEnglish, IReadOnlyList<string> Languages, IReadOnlyList<string> Products, string? Hours, string? HoursInEnglish,
    bool Reception, int SilenceHours, int RingAfterMinutes, IReadOnlyList<string> Origins, string? Greeting, string? GreetingInEnglish, string? Notice, string? NoticeInEnglish,
    string? FirstAnswer, string? FirstAnswerInEnglish, IReadOnlyList<string> Words, IReadOnlyList<string> Phones, bool WidgetSigned, bool HoursReckoned, bool Technical, int CheckHours, bool NeedsApproval, string Version)
{
    public static DeskView Of(Desk d)
    {
        var view = new DeskView(d.Id, d.Slug, d.Name, d.NameInEnglish, d.Languages, d.Products, d.Hours, d.HoursInEnglish, d.IsReception, d.SilenceHours, d.RingAfterMinutes,
            d.Origins, d.Greeting, d.GreetingInEnglish, d.Notice, d.NoticeInEnglish, d.FirstAnswer, d.FirstAnswerInEnglish, d.Words, d.Phones, d.WidgetSecret is not null, d.Plan is not null, d.IsTechnical == true, d.CheckHours ?? Desk.UsualCheckHours, d.NeedsApproval, "");
        return view with { Version = Versions.Of(view) };
    }
}

public static class Versions
{
    /// <summary>Sixteen signs that differ when the content does.</summary>
    public static string Of<T>(T view) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(view, Json.Options)).AsSpan(0, 8));
}
