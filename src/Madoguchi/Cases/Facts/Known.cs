namespace Madoguchi.Cases.Facts;

/// <summary>What need not be asked: the fact, and how long ago it was told.</summary>
public sealed record KnownFact(Fact Fact, TimeSpan Age)
{
    public int AgeDays => (int)Age.TotalDays;
}

/// <summary>Whether a fact is known at a case: told once, anywhere, is told.</summary>
public static class Known
{
    /// <summary>The newest telling that nobody has to ask for again. What was told under a merely claimed number is none.</summary>
    public static KnownFact? Of(Case theCase, string key, IEnumerable<Fact> facts, DateTimeOffset now) =>
        At(theCase, facts).Where(f => f.Key == key && f.Verified).Take(1).Select(f => new KnownFact(f, now > f.At ? now - f.At : TimeSpan.Zero)).FirstOrDefault();

    /// <summary>What holds at this case, newest first: the person's facts, its device's, its own.</summary>
    public static IEnumerable<Fact> At(Case theCase, IEnumerable<Fact> facts) =>
        facts.Where(f => f.CustomerId == theCase.CustomerId && f.ReplacedAt is null && Concerns(f, theCase)).OrderByDescending(f => f.At).ThenByDescending(f => f.Entry);

    // A case that names no device yet may be about any that the customer has.
    private static bool Concerns(Fact fact, Case theCase) => fact.Scope switch
    {
        Scope.Person => true,
        Scope.Device => theCase.DeviceId is null || fact.DeviceId == theCase.DeviceId,
        Scope.Case => fact.CaseId == theCase.Id,
    };
}
