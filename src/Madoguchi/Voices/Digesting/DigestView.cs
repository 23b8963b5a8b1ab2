using Madoguchi.Shared;
using Madoguchi.Voices.Showing;

namespace Madoguchi.Voices.Digesting;

/// <summary>A week of voices: what developers and whoever decides should know. No customer's name, no internal reason: it goes to people outside by mail.</summary>
/// <param name="MadeAt">When it was made and sent; missing while the week still runs.</param>
/// <param name="Voices">By temperature, as on the board at that moment.</param>
/// <param name="Waiting">For a decision, the longest first.</param>
public sealed record DigestView(
    string Week, DateTimeOffset From, DateTimeOffset To, DateTimeOffset? MadeAt, IReadOnlyList<VoiceView> Voices, IReadOnlyList<DigestNews> News, IReadOnlyList<DigestWaiting> Waiting, IReadOnlyList<DigestDecided> Decided);

public sealed record DigestNews(Id<Voice> VoiceId, string Title, string Text, DateTimeOffset At);

/// <param name="Decider">For whom; nobody in particular when missing.</param>
public sealed record DigestWaiting(Id<Voice> VoiceId, string Title, string? Decider, int Days, double Temperature);

public sealed record DigestDecided(Id<Voice> VoiceId, string Title, VoiceState State, string? Version, int Told);

/// <summary>Who gets it by mail.</summary>
/// <param name="Language"><c>ja</c> or <c>en</c>.</param>
public sealed record ReaderView(string Address, string Language = "ja");

public sealed record NewReaders(IReadOnlyList<ReaderView> Readers) : IChecked
{
    public const int Most = 100;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Readers.Count > Most ? [("/readers", $"At most {Most}.")] : Array.Empty<(string, string)>(),
        .. Readers.Select((r, i) => ($"/readers/{i}", r)).Where(r => Mail.MailAddress.Of(r.r.Address) is null || r.r.Language is not ("ja" or "en")).Select(r => (r.Item1, "A mail address, and ja or en.")),
    ];
}
