using Madoguchi.Shared;

namespace Madoguchi.Cases.Timeline;

/// <summary>Words of a guide in the languages that it was written in: whoever reads the record reads their own.</summary>
public sealed record InBoth(string? Ja = null, string? En = null)
{
    public string In(Tongue t) => t[Ja ?? En ?? "", En ?? Ja ?? ""];
}

/// <summary>A guide is walked together from here on.</summary>
public sealed record WalkStarted(Guid Walk, string Guide, InBoth Title) : Happening;

/// <summary>A way was begun because somebody chose it, or agreed to its risk.</summary>
/// <param name="Risk">What may be lost, as it was shown and agreed to.</param>
public sealed record WayBegun(Guid Walk, string Way, InBoth Title, InBoth? Risk = null) : Happening;

/// <param name="Step">From 0.</param>
/// <param name="Steps">How many the way has.</param>
/// <param name="Answer"><c>done</c>, <c>failed</c> or <c>unclear</c>.</param>
/// <param name="Text">What was to be done.</param>
/// <param name="Words">What the customer did not understand, in their words.</param>
public sealed record StepAnswered(Guid Walk, string Way, int Step, int Steps, string Answer, InBoth Text, string? Words = null) : Happening
{
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Unclear = "unclear";
}

/// <summary>A way was tried to its end: what came of it stays known, and nobody tries it twice.</summary>
/// <param name="Pictures">Entries with what was sent while it was being tried.</param>
public sealed record WayTried(Guid Walk, string Way, InBoth Title, bool Solved, IReadOnlyList<int>? Pictures = null) : Happening
{
    /// <summary>"Restart the app (no change)".</summary>
    public string InWords(Tongue t) => Title.In(t) + (Solved ? t["(解決)", " (solved it)"] : t["(変わらず)", " (no change)"]);
}

/// <summary>It rests, and waits for nobody.</summary>
public sealed record WalkPaused(Guid Walk) : Happening;

public sealed record WalkResumed(Guid Walk) : Happening;

/// <param name="How"><c>solved</c>, <c>exhausted</c> (every way was tried) or <c>stopped</c>.</param>
public sealed record WalkEnded(Guid Walk, InBoth Title, string How) : Happening
{
    public const string Solved = "solved";
    public const string Exhausted = "exhausted";
    public const string Stopped = "stopped";
}
