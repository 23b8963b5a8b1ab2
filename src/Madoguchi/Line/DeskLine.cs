using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Line;

/// <summary>A desk's waiting line (順番待ち): what its tickets are numbered by, and the lock under which they change. Its id is the desk's.</summary>
public sealed class DeskLine
{
    public const int UsualOfferSeconds = 20;
    public const int UsualPlaces = 20;
    private const int HighestNumber = 999;

    public required Id<DeskLine> Id { get; init; }
    public int LastNumber { get; set; }
    public long LastSeq { get; set; }

    /// <summary>The day of the last ticket, in the house's zone, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day { get; set; }

    /// <summary>Turns are offered to one agent after the other; otherwise agents take the next one when they like.</summary>
    public bool IsOffered { get; set; }

    /// <summary>How long an agent has to accept.</summary>
    public int OfferSeconds { get; set; } = UsualOfferSeconds;

    /// <summary>Who was away keeps the front this long.</summary>
    public int HoldMinutes { get; set; } = (int)Ticket.Hold.TotalMinutes;

    /// <summary>Nobody answered the telephone: until the next attempt.</summary>
    public int PauseMinutes { get; set; } = (int)Ticket.Pause.TotalMinutes;
    public int MostAttempts { get; set; } = Ticket.MostAttempts;

    /// <summary>How many may choose to come back in the same hour; 0: nobody may.</summary>
    public int PlacesAnHour { get; set; } = UsualPlaces;

    public static Id<DeskLine> Of(Id<Desk> desk) => new(desk.Value);

    /// <summary>Numbers begin anew on a day on which nobody waits: two people never hold the same one.</summary>
    public (int Number, long Seq) Draw(int today, bool isEmpty)
    {
        LastNumber = (isEmpty && today != Day) || LastNumber >= HighestNumber ? 1 : LastNumber + 1;
        Day = today;
        return (LastNumber, ++LastSeq);
    }
}
