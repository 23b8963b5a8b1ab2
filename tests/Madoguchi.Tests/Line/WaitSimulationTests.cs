using Madoguchi.Desks;
using Madoguchi.Line;
using Madoguchi.Line.Waiting;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Line;

/// <summary>Two hundred come for three agents, one of them five seconds before the doors open: are the waits that they are shown true, and narrow enough to be of use?</summary>
public sealed class WaitSimulationTests(ITestOutputHelper output)
{
    private const int Days = 8;
    private const int Before = 150;
    private const int Fates = 80;
    private static readonly Id<Agent>[] Agents = [new(Guid.Parse("00000000-0000-0000-0000-000000000001")), new(Guid.Parse("00000000-0000-0000-0000-000000000002")), new(Guid.Parse("00000000-0000-0000-0000-000000000003"))];

    [Fact]
    public void The_waits_shown_on_joining_are_true_and_narrow()
    {
        var days = Enumerable.Range(1, Days).AsParallel().AsOrdered().Select(Lived).ToList();

        foreach (var (seed, day) in days.Index())
            output.WriteLine($"day {seed + 1}: {day.Inside:P1} inside, median width {day.Width:F0} s, true spread {day.Spread:F0} s, {day.Width / day.Spread:F2} times; median wait {day.Wait / 60:F0} min, longest {day.Longest / 3600:F1} h");
        var (inside, ratio) = (days.Average(d => d.Inside), SimulatedDay.Middle(days.Select(d => d.Width / d.Spread)));
        output.WriteLine($"{Days} days of {SimulatedDay.Arrivals}: {inside:P1} inside, {ratio:F2} times the true spread (worst day {days.Max(d => d.Width / d.Spread):F2}); {days.Count(d => d.Inside >= 0.9)} days with nine of ten inside, the worst {days.Min(d => d.Inside):P1}");
        Assert.True(inside >= 0.9, $"{inside:P1} inside");
        Assert.True(ratio <= 1.5, $"{ratio:F2} times as wide as would do");
    }

    private static (double Inside, double Width, double Spread, double Wait, double Longest) Lived(int seed)
    {
        var shown = new Dictionary<int, WaitRange>();
        var day = new SimulatedDay(seed, Before, Fates, (day, joining) =>
        {
            if (joining.Joined > SimulatedLine.Day && Shown(day, joining) is { } range)
                shown[joining.Number] = range;
        });
        Assert.Equal(SimulatedDay.Arrivals, shown.Count);
        var (inside, width, spread) = day.Judge(shown);
        return (inside, width, spread, SimulatedDay.Middle(day.Waits.Values), day.Waits.Values.Max());
    }

    // What the desk sees: no true duration, no true rate.
    private static WaitRange? Shown(SimulatedDay day, SimulatedLine.Waiting joining)
    {
        var tickets = new Dictionary<int, Ticket> { [joining.Number] = Ticket(joining) };
        foreach (var (at, what, waiting, agent) in day.Events)
        {
            if (what is SimulatedDay.Kind.Joined)
                tickets[waiting.Number] = Ticket(waiting);
            var ticket = tickets[waiting.Number];
            if (what is SimulatedDay.Kind.Called)
                (ticket.State, ticket.AgentId, ticket.FirstCalledAt, ticket.CalledAt) = (TicketState.Serving, Agents[agent], SimulatedDay.Moment(at), SimulatedDay.Moment(at));
            else if (what is SimulatedDay.Kind.Ended)
                (ticket.State, ticket.EndedAt) = (TicketState.Served, SimulatedDay.Moment(at));
        }

        var ended = tickets.Values.Where(t => !t.IsActive).OrderByDescending(t => t.EndedAt).Take(250).Select(LineNow.Lived).ToList();
        return new LineNow(SimulatedDay.Moment(joining.Joined), [.. tickets.Values.Where(t => t.IsActive)], ended, new Dictionary<Guid, bool>(), SimulatedLine.Spans(joining.Joined), at => DateOnly.FromDateTime(at.AddHours(9).DateTime))
            .For(tickets[joining.Number]);
    }

    private static Ticket Ticket(SimulatedLine.Waiting waiting) => new()
    {
        Id = default, DeskId = default, CaseId = default, Number = waiting.Number, Through = Through.Chat, Language = "ja", JoinedAt = SimulatedDay.Moment(waiting.Joined), Rank = SimulatedDay.Moment(waiting.Rank), Seq = waiting.Number,
    };
}
