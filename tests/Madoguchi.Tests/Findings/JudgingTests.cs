using System.Text.Json;
using Madoguchi.Cases.Denying;
using Madoguchi.Findings.Making;
using Madoguchi.Findings.Showing;
using Madoguchi.Shared;

namespace Madoguchi.Tests.Findings;

/// <summary>What may be said on what ground, and what was begun before a deadline.</summary>
public sealed class JudgingTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 14, 41, 7, TimeSpan.Zero);
    private static readonly CitedEvent Event = new(Guid.CreateVersion7(), "shop", "1", "registration.completed", At);
    private static readonly CitedEvidence Capture = new(Guid.CreateVersion7(), "capture.png", "00");

    [Fact]
    public void What_rests_on_nothing_is_no_finding()
    {
        Assert.Equal(MakeRefusal.RestsOnNothing, Why(new Basis()));
        Assert.Equal(MakeRefusal.RestsOnNothing, Why(new Basis([], [])));
        Assert.Null(Why(new Basis(Query: Ran(0))));
        Assert.Null(Why(new Basis(Evidence: [Capture])));
    }

    [Theory]
    [InlineData(Verdict.Confirmed)]
    [InlineData(Verdict.Contradicted)]
    [InlineData(Verdict.NotInLogs)]
    public void A_look_that_found_nothing_weighs_as_silence_whatever_was_made_of_it(Verdict verdict)
    {
        Assert.Equal(Verdict.NotInLogs, Found(verdict, new Basis(Query: Ran(0))).Weighs);
        Assert.Equal(verdict, Found(verdict, new Basis(Query: Ran(3))).Weighs); // the window, and what was in it, stands beside it
        Assert.Equal(verdict, Found(verdict, new Basis([Event], Query: Ran(0))).Weighs);
        Assert.Equal(verdict, Found(verdict, new Basis(Evidence: [Capture])).Weighs);
    }

    [Fact]
    public void Whoever_began_in_time_keeps_their_right_however_late_the_rest_was()
    {
        var midnight = new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.FromHours(9));

        Assert.False(Judging.Judge(new Basis([Event with { Time = At.AddHours(1) }, Event]), midnight).Refused(out _, out var basis));

        Assert.Equal(new KeptRight(At, midnight, true), basis!.Right);
        Assert.Equal(new TimeSpan(0, 18, 53), basis.Right!.Apart);
        Assert.Equal(MakeRefusal.NoBeginning, Why(new Basis(Evidence: [Capture]), midnight));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void At_the_very_deadline_is_in_time(int after, bool kept) => Assert.Equal(kept, KeptRight.Of(At.AddTicks(after), At).Kept);

    [Fact]
    public void Of_nothing_on_record_no_right_is_reckoned() => Assert.Null(KeptRight.Of([], At));

    [Fact]
    public void What_it_rests_on_is_read_as_it_was_written()
    {
        var basis = new Basis([Event], [Capture], Ran(1), KeptRight.Of(At, At));

        var read = Basis.Read(basis.Write());

        Assert.Equal((Event, Capture, basis.Right), (read.Events![0], read.Evidence![0], read.Right));
        Assert.Equal((1, "code: X-1"), (read.Query!.Count, read.Query.Keys[0]));
        Assert.Equal(new Basis(), Basis.Read("{}"));
    }

    [Theory]
    [InlineData("\"e-1\"", "e-1", null)]
    [InlineData("""{"source":"shop","id":"e-1"}""", "e-1", "shop")]
    [InlineData("""{"id":"e-1"}""", null, null)]
    [InlineData("""{"source":"shop","id":"e-1","more":1}""", null, null)]
    [InlineData("""{"source":1,"id":"e-1"}""", null, null)]
    [InlineData("7", null, null)]
    [InlineData("null", null, null)]
    [InlineData("\"\"", null, null)]
    public void An_event_is_named_by_its_id_with_its_source_or_without(string json, string? id, string? source) =>
        Assert.Equal(id is null ? null : new EventName(id, source), EventName.Read(JsonElement.Parse(json)));

    [Fact]
    public void The_customer_reads_no_rule_and_no_denial()
    {
        foreach (var t in (Tongue[])[Tongue.Japanese, Tongue.English])
        {
            var said = Enum.GetValues<Verdict>().Select(v => ForPeople.Of(v, new Basis([Event]), t)).ToList();
            Assert.Equal(3, said.Distinct().Count());
            Assert.All(said, s => Assert.DoesNotContain("registration.completed", s, StringComparison.Ordinal));
        }

        Assert.Contains("23:41:07", ForPeople.Of(Verdict.Confirmed, new Basis([Event]), Tongue.Japanese), StringComparison.Ordinal);
    }

    private static RanQuery Ran(int count) => new(At.AddHours(-1), At.AddHours(1), ["code: X-1"], count);

    private static Finding Found(Verdict verdict, Basis basis) =>
        new() { Id = Id<Finding>.New(), CaseId = Id<Madoguchi.Cases.Case>.New(), Entry = 1, Verdict = verdict, Text = "x", Basis = basis.Write(), ById = Id<Madoguchi.Desks.Agent>.New(), ByName = "けん", At = At };

    private static MakeRefusal? Why(Basis basis, DateTimeOffset? deadline = null) => Judging.Judge(basis, deadline).Refused(out var why, out _) ? why : null;
}
