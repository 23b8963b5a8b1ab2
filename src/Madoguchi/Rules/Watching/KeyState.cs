using Madoguchi.Rules.Checking;
using Madoguchi.Shared;

namespace Madoguchi.Rules.Watching;

/// <summary>What a rule remembers of one key. Whoever carries it on has it locked: breaks of this key are written by nobody else.</summary>
public sealed class KeyState
{
    public required Id<Rule> RuleId { get; init; }
    public required string Key { get; init; }

    /// <summary><see cref="RuleState"/>, JSON.</summary>
    public required string State { get; set; }

    /// <summary>After this moment time alone may have broken it.</summary>
    public DateTimeOffset? DueAt { get; set; }
}

/// <summary>When supervisors were told that a rule is broken, and will be again.</summary>
public sealed class RuleRing
{
    public static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(15);

    public required Id<Rule> RuleId { get; init; }
    public DateTimeOffset? RangAt { get; set; }

    /// <summary>It will ring then.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The first one rings at once, the next ones together; null when it will ring anyway.</summary>
    public DateTimeOffset? Ring(DateTimeOffset now)
    {
        if (DueAt is not null)
            return null;
        return DueAt = RangAt is { } before && before + AtMostEvery > now ? before + AtMostEvery : now;
    }
}
