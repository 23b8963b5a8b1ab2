using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Line;

/// <summary>A desk's waiting line (順番待ち): what its tickets are numbered by, and the lock under which they change. Its id is the desk's.</summary>
public sealed class DeskLine
{
    private const int HighestNumber = 999;

    public required Id<DeskLine> Id { get; init; }
    public int LastNumber { get; set; }
    public long LastSeq { get; set; }

    /// <summary>The day of the last ticket, in the house's zone, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int Day { get; set; }

    public static Id<DeskLine> Of(Id<Desk> desk) => new(desk.Value);

    /// <summary>Numbers begin anew on a day on which nobody waits: two people never hold the same one.</summary>
    public (int Number, long Seq) Draw(int today, bool isEmpty)
    {
        LastNumber = (isEmpty && today != Day) || LastNumber >= HighestNumber ? 1 : LastNumber + 1;
        Day = today;
        return (LastNumber, ++LastSeq);
    }
}
