namespace Madoguchi.Line;

public sealed partial class Ticket
{
    /// <summary>How many may be before them when their turn is called near.</summary>
    public const int Near = 2;

    /// <summary>They went away and want to be told when their turn is near.</summary>
    public bool TellNear { get; set; }

    /// <summary>When they were told: once.</summary>
    public DateTimeOffset? ToldNearAt { get; set; }

    /// <summary>Whether it is time to tell them. Who is called on the telephone hears of it by the call.</summary>
    public bool MustTell(int ahead, DateTimeOffset now) =>
        TellNear && ToldNearAt is null && Through is Through.Chat && ahead <= Near && State is TicketState.Waiting && IsRipe(now);
}
