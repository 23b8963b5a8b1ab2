using Madoguchi.Care.Recognizing;
using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Care.Setting;

/// <param name="BuiltIn">Nobody has changed it.</param>
/// <param name="Version">Changes with the lines; for If-Match.</param>
public sealed record CareListView(CareKind Kind, string Language, IReadOnlyList<string> Lines, bool BuiltIn, string Version)
{
    public static CareListView Of(CareKind kind, string language, CareList? own)
    {
        IReadOnlyList<string> lines = own?.Lines ?? BuiltInCare.Of(kind, language);
        return new(kind, language, lines, own is null, Versions.Of(lines));
    }
}

/// <param name="Threshold">From this weight on a message is folded.</param>
/// <param name="SupervisorMinutes">A supervisor answers within so many open minutes.</param>
public sealed record CareSettingsView(int Threshold, int SupervisorMinutes) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Threshold is < 1 or > 30 ? [("/threshold", "1 to 30.")] : Array.Empty<(string, string)>(), .. SupervisorMinutes is < 1 or > 10_080 ? [("/supervisorMinutes", "1 to 10080.")] : Array.Empty<(string, string)>(),
    ];
}

/// <param name="Text">In calm words: what goes on being helped with.</param>
public sealed record CareLetterView(CareStep Step, string Language, string Text, bool BuiltIn);

public sealed record CareHouse(CareSettingsView Settings, IReadOnlyList<CareListView> Lists, IReadOnlyList<CareLetterView> Letters);

/// <param name="Lines">The whole list: each a weight from 1 to 9 and a phrase (see docs/wording.md).</param>
public sealed record CareListChange(IReadOnlyList<string> Lines) : IChecked
{
    private const int Most = 400;

    public IEnumerable<(string Pointer, string Why)> Errors() => Lines.Count > Most ? [("/lines", $"At most {Most} lines.")]
        : Lines.SelectMany((l, i) => Checks.Line($"/lines/{i}", l, CareLine.Longest).Concat(CareLine.Wrong(l) is { } why ? [($"/lines/{i}", why)] : []).Take(1));
}

/// <summary>Words to be tried: by the lists that hold, or with one list as it would be.</summary>
/// <param name="List">Which list <paramref name="Lines" /> would take the place of.</param>
public sealed record CareTrial(string Text, string? List = null, string? Language = null, IReadOnlyList<string>? Lines = null) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() =>
    [
        .. Checks.Words("/text", Text), .. Checks.Line("/list", List), .. Checks.Language("/language", Language),
        .. Lines is null ? [] : new CareListChange(Lines).Errors(),
    ];
}

public sealed record CareLetterChange(string Text) : IChecked
{
    public IEnumerable<(string Pointer, string Why)> Errors() => Checks.Words("/text", Text);
}
