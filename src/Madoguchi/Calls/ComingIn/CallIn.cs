using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Shared;

namespace Madoguchi.Calls.ComingIn;

/// <summary>One call from outside, as the telephone system has reported it so far.</summary>
public sealed class CallIn
{
    /// <summary>Calls of this span are counted together: "call 12 in 3 days".</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(3);

    /// <summary>A supervisor is rung by this missed call.</summary>
    public const int Enough = 3;

    // Nobody lets it ring longer: what is reported later is another call.
    private static readonly TimeSpan RingsAtMost = TimeSpan.FromMinutes(10);

    public required Id<CallIn> Id { get; init; }
    public required Id<Desk> DeskId { get; init; }

    /// <summary>E.164; empty when it was withheld.</summary>
    public required string From { get; init; }

    /// <summary>When it began, as far as it is known.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>When it was missed or answered.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The ringing itself was reported.</summary>
    public bool Rang { get; set; }
    public required CallState State { get; set; }
    public Id<Customer>? CustomerId { get; set; }
    public Id<Case>? CaseId { get; set; }
    public Id<Ticket>? TicketId { get; set; }

    /// <summary>The place in line was taken by this very call.</summary>
    public bool TookPlace { get; set; }

    public static CallIn Of(Id<CallIn> id, CallReport report, Id<Desk> desk, string from)
    {
        var call = new CallIn { Id = id, DeskId = desk, From = from, At = report.At.ToMicroseconds(), State = CallState.Ringing };
        call.Take(report);
        return call;
    }

    /// <summary>Whether the report is about this call: the same moment, or the other end of a call of which only one end is known.</summary>
    public bool IsMeantBy(CallReport report)
    {
        var at = report.At.ToMicroseconds();
        if (at == At || at == EndedAt)
            return true;
        return report.State is CallState.Ringing
            ? !Rang && EndedAt is { } ended && at < ended && ended - at <= RingsAtMost // came late
            : Rang && EndedAt is null && at > At && at - At <= RingsAtMost;
    }

    /// <summary>False when it says nothing new.</summary>
    public bool Take(CallReport report)
    {
        var at = report.At.ToMicroseconds();
        if (report.State is CallState.Ringing)
        {
            (Rang, At) = (true, at < At ? at : At);
            return false;
        }

        if (report.State <= State)
            return false;
        (State, EndedAt) = (report.State, at);
        return true;
    }
}
