using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Cases.Translating;

/// <summary>What a machine makes of a message, for those who do not read its language. The original stays what was said.</summary>
public sealed class Translation
{
    public required Id<Case> CaseId { get; init; }

    /// <summary>The entry that is translated.</summary>
    public required int Number { get; init; }

    /// <summary>Into which language; <see cref="From"/> is the original's.</summary>
    public required string Language { get; init; }
    public required string From { get; init; }
    public string? Text { get; set; }

    /// <summary>Why it failed last.</summary>
    public string? Error { get; set; }
    public int Attempts { get; set; }

    /// <summary>When it is tried; nothing, when it is done or given up.</summary>
    public DateTimeOffset? DueAt { get; set; }
}

public static class Reading
{
    /// <summary>Into which language a text has to be brought for these readers; nothing, when they read it as it is.</summary>
    public static string? Target(string language, IReadOnlyList<string> readers) => readers.Count == 0 || readers.Include(language) ? null : Primary(readers[0]);

    public static string Primary(string language) => language.Split('-', 2)[0].ToLowerInvariant();

    /// <summary>A minute or so of patience at first, hours in the end.</summary>
    public static TimeSpan Pause(int attempts) => TimeSpan.FromSeconds(Math.Pow(4, Math.Min(attempts, 6)));
}
