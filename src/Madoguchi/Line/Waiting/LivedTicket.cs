namespace Madoguchi.Line.Waiting;

/// <summary>What a ticket has taught, as far as it has come.</summary>
/// <param name="Rank">By which it was ordered: the time of joining, less its head start.</param>
/// <param name="First">When it was called for the first time; the last time is <paramref name="Called"/>.</param>
/// <param name="Chosen">It waited for a time that the customer chose.</param>
public sealed record LivedTicket(Guid? Agent, DateTimeOffset Joined, DateTimeOffset Rank, DateTimeOffset? First, DateTimeOffset? Called, DateTimeOffset? Ended, bool Chosen)
{
    public TimeSpan HeadStart => Joined - Rank;
}
