using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Line;

namespace Madoguchi.Chat.Ticketing;

/// <summary>A place in line as its customer's pages show it.</summary>
/// <param name="Version">The last entry of the case: an older drawing never covers a newer one.</param>
/// <param name="MayTakeBack">They left by their own wish just now.</param>
/// <param name="MayJoin">The case is open.</param>
public sealed record TicketSeen(TicketView Ticket, int Version, CustomerNumber Number, Desk Desk, bool MayTakeBack, bool MayJoin, DateTimeOffset Now)
{
    /// <summary>They want to be told when it is near.</summary>
    public bool TellNear { get; init; }

    /// <summary>Where they are written to, masked; nothing when no address is known.</summary>
    public string? Mail { get; init; }

    /// <summary>How long the front is kept for who is away.</summary>
    public int HoldMinutes { get; init; }

    /// <summary>A time that was chosen instead of waiting, and has not come yet.</summary>
    public bool IsForLater => Ticket.State is TicketState.Waiting && Ticket.NotBefore > Now;

    public bool IsActive => Ticket.State is not (TicketState.Served or TicketState.Left);

    public bool IsCall => Ticket.By is Through.Call;

    public int Ahead => Math.Max(0, Ticket.Position - 1);
}
