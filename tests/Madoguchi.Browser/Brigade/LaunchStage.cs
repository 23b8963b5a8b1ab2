using Madoguchi.Browser.Rig;
using Madoguchi.Tests.Rig;

namespace Madoguchi.Browser.Brigade;

/// <summary>A working afternoon by a clock that the test sets; the developers' tool listens on this machine.</summary>
public abstract class LaunchStage : Stage
{
    private readonly Dictionary<string, string> settings;

    protected LaunchStage(On on, Chromium chromium, string language) : base(on, chromium)
    {
        Language = language;
        Begin = DateTimeOffset.UtcNow.Date.AddDays(-1).AddHours(5);
        Clock = GivenClock.New(Begin, out settings);
        settings["Madoguchi:Trackers:AllowPrivate"] = "true";
    }

    public string Language { get; }

    /// <summary>When the four hundred begin to write.</summary>
    public DateTimeOffset Begin { get; }

    public GivenClock Clock { get; }

    protected override IReadOnlyDictionary<string, string> Settings => settings;
}

public sealed class LaunchDay(Chromium chromium) : LaunchStage(On.Sqlite, chromium, "ja");

public sealed class OrdinaryDay(Chromium chromium) : LaunchStage(On.Postgres, chromium, "en");
