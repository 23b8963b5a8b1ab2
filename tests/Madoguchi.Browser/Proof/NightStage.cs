using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Proof;

/// <summary>The last hour of a campaign, where its customers live: the server and the product go by one clock that the test sets.</summary>
public abstract class NightStage : Stage
{
    private readonly Dictionary<string, string> clockwork;

    protected NightStage(On on, Chromium chromium, string language) : base(on, chromium)
    {
        Language = language;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(language == "ja" ? "Asia/Tokyo" : "Europe/London"); // as the windows have it
        var today = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, zone).Date;
        Midnight = new DateTimeOffset(today, zone.GetUtcOffset(today));
        Clock = GivenClock.New(Midnight.AddMinutes(-25), out clockwork);
    }

    public string Language { get; }

    /// <summary>When the campaign ends.</summary>
    public DateTimeOffset Midnight { get; }

    public GivenClock Clock { get; }

    /// <summary>What makes a process go by the clock.</summary>
    public IReadOnlyDictionary<string, string> Clockwork => clockwork;

    protected override IReadOnlyDictionary<string, string> Settings => clockwork;
}

public sealed class NightInJapan(Chromium chromium) : NightStage(On.Sqlite, chromium, "ja");

public sealed class NightInEngland(Chromium chromium) : NightStage(On.Postgres, chromium, "en");
