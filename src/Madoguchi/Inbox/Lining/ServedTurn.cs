using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;

namespace Madoguchi.Inbox.Lining;

/// <summary>A turn that the viewer said to have served, while nothing has happened in the line since.</summary>
public sealed record ServedTurn(Guid Ticket, int Number, DateTimeOffset At)
{
    private const string Line = "line";

    /// <param name="entries">The newest, oldest first.</param>
    public static ServedTurn? Of(IReadOnlyList<Entry> entries, CurrentAgent me) =>
        entries.LastOrDefault(e => e.Kind.StartsWith(Line, StringComparison.Ordinal)) is { Kind: "lineServed", Role: Role.Agent } last && last.ById == me.Id.Value && last.What is LineServed served
            ? new(served.Ticket, served.Number, last.At) : null;
}
