using System.Text.Json;
using System.Text.RegularExpressions;
using Madoguchi.Cases.Timeline;

namespace Madoguchi.Tests.Reports;

/// <summary>A case as one reads it aloud, from its first entry to its last: the plain count that reports are compared with.</summary>
public sealed class Naive
{
    private readonly int[] takenBack;
    private Guid? proposer;

    public Naive(string caseId, string toldAt, string? product, IReadOnlyList<Entry> timeline)
    {
        (CaseId, ToldAt, Product) = (caseId, toldAt, product);
        Owner = toldAt;
        takenBack = [.. timeline.Where(e => e.Kind == "messageWithdrawn").Select(e => JsonElement.Parse(e.Body).GetProperty("entry").GetInt32())];
        foreach (var entry in timeline)
            Read(entry, JsonElement.Parse(entry.Body));
    }

    public sealed class Passed
    {
        public required DateTimeOffset At { get; init; }
        public required string Id { get; init; }
        public required string From { get; init; }
        public required string To { get; init; }
        public string Outcome { get; set; } = "waiting";
        public bool CameBack { get; set; }
        public Guid? By { get; init; }
    }

    /// <summary>Somebody did something, at a desk.</summary>
    public sealed record Did(DateTimeOffset At, string What, string Desk, Guid? By, string? Words = null);

    public List<Did> Acts { get; } = [];
    public sealed class Broken
    {
        public required DateTimeOffset At { get; init; }
        public required string Desk { get; init; }
        public required string How { get; init; }
        public bool FollowedUp { get; set; }
        public bool Spoke { get; set; }
        public string? Tap { get; set; }
    }

    public List<Broken> Breaks { get; } = [];
    public string CaseId { get; }
    public string ToldAt { get; }
    public string? Product { get; }
    public string Owner { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string? Error { get; private set; }
    public DateTimeOffset? FirstAnswer { get; private set; }
    public DateTimeOffset? Solved { get; private set; }
    public List<Passed> Handovers { get; } = [];

    private void Read(Entry entry, JsonElement body)
    {
        if (entry.Number == 1)
            At = entry.At;
        if (entry.Role == Role.Agent && entry.Kind is "message" or "question" or "solutionProposed" && !takenBack.Contains(entry.Number))
        {
            if (FirstAnswer is null)
                Do("firstAnswer", Owner);
            FirstAnswer ??= entry.At;
        }

        if (entry.Kind == "brokenOff")
            Breaks.Add(new() { At = entry.At, Desk = Owner, How = Of("how") });
        else if (Breaks is [.., var last])
        {
            last.FollowedUp |= entry.Kind == "followedUp";
            if (entry.Kind == "followUpAnswered")
                last.Tap = Of("answer");
            else if (entry.Role == Role.Customer || entry.Kind == "callTaken")
                last.Spoke = true;
        }

        switch (entry.Kind)
        {
            case "message" when entry.Role == Role.Agent && !takenBack.Contains(entry.Number):
                Do("answer", Owner);
                break;
            case "messageWithdrawn" when entry.Role == Role.Agent:
                Do("withdrawn", Owner);
                break;
            case "followedUp":
                Do("followedUp", Owner);
                break;
            case "question":
                Do("asked", Owner, Of("fact"));
                break;
            case "askedAgain":
                Do("askedAgain", Owner, Of("fact"));
                break;
            case "heldBack" or "sentAnyway":
                Do(entry.Kind, Owner);
                break;
            case "solutionProposed":
                proposer = entry.ById;
                break;
            case "fact" when Of("key") == "errorText":
                Error = Regex.Replace(Regex.Replace(Of("value").Replace("（１２３）", "(123)", StringComparison.Ordinal).ToLowerInvariant(), "0x[0-9a-f]+", "#"), "[0-9]+", "#");
                break;
            case "solutionAnswered":
                Solved = body.GetProperty("solved").GetBoolean() ? entry.At : null;
                Acts.RemoveAll(a => a.What == "solved");
                if (Solved is not null)
                    Acts.Add(new(entry.At, "solved", Owner, proposer));
                break;
            case "reopened":
                Solved = null;
                Acts.RemoveAll(a => a.What == "solved");
                break;
            case "handoverOffered":
                Handovers.Add(new() { At = entry.At, Id = Of("handover"), From = Slug("from"), To = Slug("to"), By = entry.ById });
                Do("offered", Owner);
                break;
            case "handoverAccepted":
                var accepted = Handovers.Single(h => h.Id == Of("handover"));
                accepted.Outcome = "accepted";
                Move(accepted);
                Do("accepted", Owner);
                break;
            case "handoverReturned":
                var returned = Handovers.Single(h => h.Id == Of("handover"));
                returned.Outcome = "returned";
                Acts.Add(new(entry.At, "returned", Owner, returned.By));
                break;
            case "handoverWithdrawn":
                Handovers.Single(h => h.Id == Of("handover")).Outcome = "withdrawn";
                break;
            case "takenOver":
                Handovers.Add(new() { At = entry.At, Id = "", From = Slug("from"), To = Slug("to"), Outcome = "takenOver" });
                Move(Handovers[^1]);
                Do("takenOver", Owner);
                break;
        }

        void Do(string what, string desk, string? words = null) => Acts.Add(new(entry.At, what, desk, entry.ById, words));

        string Of(string member) => body.GetProperty(member).GetString()!; // each has it

        string Slug(string member) => body.GetProperty(member).GetProperty("slug").GetString()!; // each has it
    }

    private void Move(Passed by)
    {
        Assert.Equal(Owner, by.From);
        Owner = by.To;
        foreach (var earlier in Handovers.Where(h => h != by && h.Outcome is "accepted" or "takenOver" && h.From == by.To))
            earlier.CameBack = true;
    }
}
