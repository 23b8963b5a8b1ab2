using Madoguchi.Cases.Timeline;
using Madoguchi.Evidence.Reading;
using Madoguchi.ProductLog.Reading;
using Madoguchi.ProductLog.Sending;

namespace Madoguchi.Inbox.Proving;

/// <summary>A row of the one time line.</summary>
public abstract record ProofRow(DateTimeOffset At);

/// <summary>The customer's side.</summary>
/// <param name="At">When it was written, or taken; when it came, if nothing else is known.</param>
/// <param name="Came">When it came, if that was another time.</param>
/// <param name="Read">Of evidence: what could be read from it.</param>
public sealed record SaidRow(DateTimeOffset At, Entry Entry, Happening What, DateTimeOffset? Came, EvidenceRead? Read = null) : ProofRow(At);

/// <summary>The products' side.</summary>
public sealed record EventRow(DateTimeOffset At, LoggedEvent Logged) : ProofRow(At);

/// <summary>Another day begins.</summary>
public sealed record DayRow(DateTimeOffset At) : ProofRow(At);

/// <summary>For so long, nobody said anything.</summary>
public sealed record GapRow(DateTimeOffset At, TimeSpan Silence) : ProofRow(At);

public static class ProofRows
{
    /// <summary>Silence that is worth a row.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    // A phone that was without a network writes first and sends later; a second of that is no difference.
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    /// <summary>What the customer told, oldest first: words, files, facts, calls, evidence. What is evidence is not a file as well.</summary>
    public static IEnumerable<SaidRow> Told(IEnumerable<Entry> entries, IReadOnlyDictionary<int, EvidenceRead>? evidence = null, TimeZoneInfo? zone = null)
    {
        var kept = entries.Where(e => e.Withdrawn is null && (Entry.IsOfCustomer(e.Role, e.Kind) || evidence?.ContainsKey(e.Number) == true)).Select(e => (Entry: e, e.What)).ToList();
        var twice = kept.Select(e => (e.What as EvidenceKept)?.Attachment).OfType<int>().ToHashSet();
        return kept.Where(e => e.What is MessageSaid or FileAttached or FactTold { Key: not ("name" or "reading") } or CallTaken or StepAnswered or SolutionAnswered or EvidenceKept && !twice.Contains(e.Entry.Number))
            .Select(e => Row(e.Entry, e.What, evidence?.GetValueOrDefault(e.Entry.Number), zone ?? TimeZoneInfo.Utc));
    }

    /// <summary>Both sides on one line, with days and silences drawn as such.</summary>
    public static IReadOnlyList<ProofRow> Lay(IEnumerable<SaidRow> told, IEnumerable<LoggedEvent> log, TimeZoneInfo zone)
    {
        var rows = new List<ProofRow>();
        ProofRow? before = null;
        foreach (var one in told.Concat<ProofRow>(log.Select(l => new EventRow(l.Event.Time, l))).OrderBy(r => r.At).ThenBy(r => r is SaidRow))
        {
            if (before is null || Day(one.At, zone) != Day(before.At, zone))
                rows.Add(new DayRow(one.At));
            if (before is not null && one.At - before.At >= Silence)
                rows.Add(new GapRow(before.At, one.At - before.At));
            rows.Add(before = one);
        }

        return rows;
    }

    private static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).Date);

    private static SaidRow Row(Entry entry, Happening what, EvidenceRead? read, TimeZoneInfo zone)
    {
        var came = (what as EvidenceKept)?.ReceivedAt ?? entry.At;
        var own = what switch
        {
            MessageSaid said => said.WrittenAt,
            FileAttached file => file.WrittenAt,
            _ when read is { TakenAt: { } taken } => EventTime.Read(taken) ?? SaidTimes.Typed(taken, zone), // a device that wrote no offset was here
            _ => read?.SentAt,
        };
        return own is { } at && (came - at).Duration() > Usual ? new(at, entry, what, came, read) : new(came, entry, what, null, read);
    }
}
