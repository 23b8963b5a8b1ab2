using Madoguchi.Desks;
using Madoguchi.ProductLog;
using Madoguchi.Rules.Checking;
using Madoguchi.Rules.Keeping;
using Madoguchi.Shared;

namespace Madoguchi.Rules;

/// <summary>What must follow what in a product (決まり): written by the house, checked by itself as events arrive.</summary>
public sealed class Rule
{
    public required Id<Rule> Id { get; init; }
    public required string Name { get; set; }
    public required RuleKind Kind { get; set; }

    /// <summary>The type of A.</summary>
    public required string When { get; set; }

    /// <summary>The type of B; null where at most one A is allowed.</summary>
    public string? Then { get; set; }

    /// <summary>T, in milliseconds; 0 where B may be any time after.</summary>
    public long WithinMs { get; set; }

    /// <summary>The field of an event that says whose it is: <c>subject</c>, or a member of the data.</summary>
    public required string Key { get; set; }

    /// <summary>Goes up with each change; the ETag.</summary>
    public int Version { get; set; } = 1;
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required Id<Agent> ById { get; set; }
    public required string ByName { get; set; }

    /// <summary>Taken out of use: what it has found stays.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    /// <summary>When all that was stored before the rule had been looked at; until then nothing is called broken.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>How far the events stored before were looked at.</summary>
    public DateTimeOffset? ReadTo { get; set; }
    public Id<ProductEvent>? ReadToId { get; set; }

    public Terms Terms => new(Kind, TimeSpan.FromMilliseconds(WithinMs));

    public IReadOnlyList<string> Types => Then is null ? [When] : [When, Then];

    public bool IsInUse => RetiredAt is null;

    /// <summary>What an event is to this rule, and whose; null when nothing.</summary>
    public (string Key, Seen Seen)? Sees(ProductEvent told) =>
        (told.Type == When ? Part.When : told.Type == Then ? Part.Then : (Part?)null) is { } part && told.Value(Key) is { Length: > 0 } key
            ? (RuleKeys.Kept(key), new Seen(part, told.Time, told.Id.Value)) : null;

    /// <summary>True: it asks for something else now, and everything is to be looked at anew.</summary>
    public bool Become(NewRule to, CurrentAgent by, DateTimeOffset now)
    {
        var before = (Kind, When, Then, WithinMs, Key);
        (Name, Kind, When, Then, WithinMs, Key) = (PlainText.Clean(to.Name), to.KindMeant, to.When.Type, to.Then?.Type, to.WithinMs, to.Key ?? RuleKeys.Subject);
        (Version, ChangedAt, ById, ByName) = (Version + 1, now, by.Id, by.Name);
        if (before == (Kind, When, Then, WithinMs, Key) && IsInUse)
            return false;
        (RetiredAt, CheckedAt, ReadTo, ReadToId) = (null, null, null, null);
        return true;
    }
}
