using Madoguchi.Cases.Wording;
using Madoguchi.Inbox.Working;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Inbox.HoldingBack;

/// <summary>What an agent ticks and writes beside the words that go to a customer.</summary>
/// <param name="Because">The one reason, whichever it is for.</param>
/// <param name="Anyway">Send it although it sends the customer away.</param>
/// <param name="Declines">It says no; false: it does not, whatever it looks like.</param>
/// <param name="Voices">Of which it was decided that nothing will be done: the public words go along.</param>
public sealed record SaidBeside(string? Because, bool Anyway, bool? Declines, IReadOnlyList<Id<Cases.Denying.Finding>> Cites, IReadOnlyList<string> Articles, IReadOnlyList<Guid> Voices)
{
    public static SaidBeside Of(Func<string, string?> field) => new(
        WritingEndpoint.Because(field("because")), field("anyway") is not null, field("none") is not null ? false : field("declines") is not null ? true : null,
        Id<Cases.Denying.Finding>.TryParse(field("finding"), null, out var finding) ? [finding] : [],
        field("article") is { Length: > 0 and <= 100 } slug && PlainText.IsStorable(slug) ? [slug] : [],
        (field("voice") is { Length: > 0 } tapped ? tapped : field("other-voice")) is { } chosen && Guid.TryParse(chosen, out var voice) ? [voice] : []);

    public static async ValueTask<SaidBeside?> BindAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        return Of(name => form is not null && form.TryGetValue(name, out var value) ? value.ToString() : null);
    }

    /// <summary>What makes this act another one than the same words without it.</summary>
    public IEnumerable<string?> Parts => [Because, Declines?.ToString(), .. Cites.Select(c => c.ToString()), .. Articles, .. Voices.Select(v => $"{v}")];

    public Hold Hold(OnceKey? once) => new(Because, once, Declines, Cites, Articles, Voices);

    public bool LacksReason => Because is null && (Anyway || Declines is false);
}
