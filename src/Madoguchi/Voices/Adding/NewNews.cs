using Madoguchi.Cases;
using Madoguchi.Shared;

namespace Madoguchi.Voices.Adding;

/// <summary>What was learned about it since.</summary>
/// <param name="CaseId">Where it was learned; the case stands behind the voice from then on.</param>
/// <param name="Steps">How to make it happen.</param>
public sealed record NewNews(string Text, Id<Case>? CaseId = null, string? Steps = null, string? Versions = null, string? Devices = null) : IChecked
{
    private const int Longest = 4_000;

    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Words("/text", Text, Longest), .. Steps is null ? [] : Checks.Words("/steps", Steps, Longest), .. Checks.Line("/versions", Versions), .. Checks.Line("/devices", Devices),
    ];
}

public sealed record NewsMade(Id<VoiceNews> NewsId);

/// <param name="CaseId">Where it was learned, if you may see it.</param>
public sealed record NewsView(Id<VoiceNews> NewsId, string Text, string? Steps, string? Versions, string? Devices, Id<Case>? CaseId, DateTimeOffset At, string By);

public sealed record NewsList(IReadOnlyList<NewsView> News);

/// <summary>A voice as it is to be called.</summary>
/// <param name="ErrorText">New contacts with it land here; none when left out.</param>
public sealed record VoiceChange(VoiceKind Kind, string Title, string? Product = null, string? ErrorText = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => [.. Checks.Line("/title", Title), .. Checks.Line("/product", Product), .. Checks.Line("/errorText", ErrorText, 500)];
}

/// <param name="Text">As it is to be read; the words chosen by themselves when left out.</param>
/// <param name="Hidden">It is not shown.</param>
public sealed record QuoteChange(string? Text = null, bool? Hidden = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Text is null ? [] : Checks.Words("/text", Text, 500);
}

/// <param name="Quote">As it reads now; nothing when it is hidden.</param>
public sealed record QuoteNow(string? Quote);
