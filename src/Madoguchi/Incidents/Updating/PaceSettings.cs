using System.Globalization;

namespace Madoguchi.Incidents.Updating;

/// <summary>How many letters and text messages about incidents go out in a second: what tells ten thousand must not get our mail server blocked.</summary>
public sealed record PaceSettings(int LettersPerSecond)
{
    public const int Usual = 20;

    /// <summary>The settings, or the sentence that says what is wrong with them.</summary>
    public static (PaceSettings? Settings, string? Wrong) Read(IConfiguration configuration)
    {
        var set = configuration["Madoguchi:Incidents:LettersPerSecond"];
        if (string.IsNullOrEmpty(set))
            return (new(Usual), null);
        return int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var rate) && rate is >= 1 and <= 10_000
            ? (new(rate), null) : (null, $"Madoguchi:Incidents:LettersPerSecond is '{set}'; a number from 1 to 10000 is needed.");
    }

    public TimeSpan Wait(int turn) => TimeSpan.FromSeconds((double)turn / LettersPerSecond);
}
