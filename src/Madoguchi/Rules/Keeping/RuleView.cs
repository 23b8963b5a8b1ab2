using System.Xml;
using Madoguchi.Rules.Checking;
using Madoguchi.Shared;

namespace Madoguchi.Rules.Keeping;

/// <param name="Checked">False: what was stored before the rule is still being looked at, and nothing is called broken yet.</param>
/// <param name="Broken">How many it is broken for now.</param>
/// <param name="Untold">How many of them have not been told.</param>
/// <param name="Version">Goes up with each change; the ETag.</param>
/// <param name="Retired">Out of use: what it had found stays.</param>
public sealed record RuleView(
    Id<Rule> RuleId, string Name, RuleKind Kind, EventType When, EventType? Then, string? Within, string Key, bool Checked, int Broken, int Untold, int Version, DateTimeOffset ChangedAt, string By, bool? Retired = null)
{
    public static RuleView Of(Rule rule, int broken, int untold) => new(
        rule.Id, rule.Name, rule.Kind, new(rule.When), rule.Then is null ? null : new(rule.Then), rule.WithinMs == 0 ? null : XmlConvert.ToString(rule.Terms.Within), rule.Key, rule.CheckedAt is not null, broken, untold,
        rule.Version, rule.ChangedAt, rule.ByName, rule.IsInUse ? null : true);
}

public sealed record RuleList(IReadOnlyList<RuleView> Rules);

public sealed record RuleMade(Id<Rule> RuleId, int Version);

/// <summary>What a rule would have found.</summary>
/// <param name="Broken">For how many it would have been broken in these days.</param>
/// <param name="Events">How many events of these types were looked at.</param>
/// <param name="Whole">False: only the newest ones, there are too many.</param>
public sealed record RulePreview(int Days, int Broken, int Events, bool Whole);

public enum RuleRefusal { Unknown, ChangedMeanwhile }
