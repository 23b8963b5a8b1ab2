using Madoguchi.Customers;
using Madoguchi.Rules.Watching;
using Madoguchi.Shared;

namespace Madoguchi.Rules.Broken;

/// <summary>How a customer is known to be the one that an event speaks of, the weakest first.</summary>
public enum KnownBy { Fact, ToldAddress, VerifiedAddress, Tie }

/// <summary>A customer who is hit.</summary>
/// <param name="Id">Who speaks for them now, if records were merged.</param>
public sealed record HitCustomer(Id<Customer> Id, string Number, string? Name, string Language, KnownBy By)
{
    public bool IsProven => By is KnownBy.VerifiedAddress or KnownBy.Tie;

    /// <summary>Whoever has only told a key may not be the one whom it belongs to: where the event itself names an address, that one is written to.</summary>
    public bool IsToldOf(RuleBreak hit) => By is not KnownBy.Fact || hit.Mail is null;
}

/// <summary>A rule that is broken for the customer of a case.</summary>
/// <param name="Of">For how many it is broken now.</param>
/// <param name="Proven">Found by a key that an agent has tied, or an address that answered; otherwise by what the customer told.</param>
public sealed record CaseBreak(Rule Rule, RuleBreak Break, int Of, bool Proven);
