using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Storage;

namespace Madoguchi.Rules.Broken;

/// <summary>A rule that is broken for the customer speaks for them: their case is disputed, whatever they have said.</summary>
public sealed class BreakWitness : Witness
{
    public override async Task<DateTimeOffset?> SawSomething(Db db, Case theCase) =>
        await db.BreaksOf(theCase, CancellationToken.None) is { Count: > 0 } breaks ? breaks.Min(b => b.Break.EventTime) : null;
}
