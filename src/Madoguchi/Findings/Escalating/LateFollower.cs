using System.Text.Json;
using Madoguchi.Cases;
using Madoguchi.Cases.Denying;
using Madoguchi.Cases.Timeline;
using Madoguchi.Notices;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Findings.Escalating;

public sealed record Late(Id<Escalation> Escalation, Id<Case> Case);

/// <summary>A question that was not answered by its deadline rings both desks, once.</summary>
public sealed class LateFollower : OutboxWork
{
    public const string Name = "escalation.late";

    public override string Kind => Name;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var due = JsonSerializer.Deserialize<Late>(payload, Json.Options)!; // only ever written from one
        var (theCase, question, offer, _, to) = await db.LockQuestion(due.Escalation, due.Case);
        if (!question.IsOpen(offer) || question.RangAt is not null || theCase.IsClosed)
            return;

        question.RangAt = now;
        db.Record(theCase, By.System, new EscalationLate(question.Id.Value, DeskName.Of(to), question.DueAt, Untold: false), now);
        db.RingAfterCommit(Topic.Of(question.ToDeskId));
        Id<Desks.Desk>[] both = [question.FromDeskId, question.ToDeskId];
        db.Enqueue(Ring.Work, new Ring(theCase.Id, Ring.TechnicalLate, [], both, both), now);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}

/// <summary>An answer that has not reached the customer by the end of the next working day rings the supervisors, once.</summary>
public sealed class UntoldFollower : OutboxWork
{
    public const string Name = "escalation.untold";

    public override string Kind => Name;

    public override async Task Do(Db db, string payload, DateTimeOffset now)
    {
        var due = JsonSerializer.Deserialize<Late>(payload, Json.Options)!; // only ever written from one
        var (theCase, question, _, _, to) = await db.LockQuestion(due.Escalation, due.Case);
        if (question is not { ToldAt: null, AnswerEntry: { } answer, AnsweredAt: { } at } || theCase.IsClosed || await db.TellingAfter(theCase.Id, answer).AnyAsync(CancellationToken.None))
            return;

        db.Record(theCase, By.System, new EscalationLate(question.Id.Value, DeskName.Of(to), at, Untold: true), now);
        db.Enqueue(Ring.Work, new Ring(theCase.Id, Ring.AnswerUntold, theCase.AgentId is { } agent ? [agent] : [], [], [question.FromDeskId]), now);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
