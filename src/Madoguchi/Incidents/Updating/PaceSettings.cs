using System.Globalization;

namespace Madoguchi.Incidents.Updating;

/// <summary>How many letters and text messages about incidents go out in a second: what tells ten thousand must not get our mail server blocked.</summary>
/// <param name="CasesAtOnce">So many are told in one transaction; a customer who writes at that moment waits for it.</param>
public sealed record PaceSettings(int LettersPerSecond, int CasesAtOnce)
{
    private const string Section = "Madoguchi:Incidents";

    /// <summary>The settings, or the sentence that says what is wrong with them.</summary>
    public static (PaceSettings? Settings, string? Wrong) Read(IConfiguration configuration)
    {
        var (letters, cases) = (Number("LettersPerSecond", 20), Number("CasesAtOnce", 50));
        return letters is { } rate && cases is { } many ? (new(rate, many), null) : (null, $"{Section}: LettersPerSecond and CasesAtOnce are numbers from 1 to 1000.");

        int? Number(string name, int usual) => configuration[$"{Section}:{name}"] is not { Length: > 0 } set ? usual
            : int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1_000 ? number : null;
    }

    public TimeSpan Wait(int turn) => TimeSpan.FromSeconds((double)turn / LettersPerSecond);
}
