using Madoguchi.Cases;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Guides.Walking;

public static class ActingMapping
{
    extension(Db db)
    {
        /// <summary>A guide is walked from here on, in today's order; a walk that the case was on is stopped.</summary>
        public async Task<Result<WalkView, WalkRefusal>> StartWalk(Id<Case> id, string slug, Caller caller, DateTimeOffset now)
        {
            if (await db.Find(id, caller, now) is not { } theCase)
                return WalkRefusal.Unknown;
            if (caller.Agent is { } agent && !agent.WorksAt(theCase.DeskId))
                return WalkRefusal.WithAnotherDesk;
            if (await db.Guide(slug, CancellationToken.None) is not { Guide.RetiredAt: null } guide)
                return WalkRefusal.NoGuide;

            if (await db.Walks.AsTracking().Where(w => w.CaseId == id && w.EndedAt == null).FirstOrDefaultAsync(CancellationToken.None) is { } before
                && await db.Guide(before.GuideId, before.Version, CancellationToken.None) is { } left && !before.Stop(left.Content, now).Refused(out _, out var stopped))
                await db.Keep(new(before, theCase, left), caller, stopped, theCase.LastEntry, now);
            var walk = Walk.Begin(Id<Walk>.New(), id, guide, await db.BestOrder(guide, now, CancellationToken.None), theCase.LastEntry, now);
            db.Walks.Add(walk);
            var at = new Underway(walk, theCase, guide);
            await db.Keep(at, caller, [new WalkStarted(walk.Id.Value, slug, Walk.Both(guide.Content.Title))], theCase.LastEntry, now);
            return WalkView.Of(at);
        }

        public Task<Result<WalkView, WalkRefusal>> AnswerStep(Id<Walk> id, Caller caller, string way, int step, StepAnswer answer, string? words, DateTimeOffset now) =>
            db.Act(id, caller, async at =>
            {
                var before = await db.WalkAnswers.Where(a => a.WalkId == id && a.Way == way && a.Step == step).OrderByDescending(a => a.Number).FirstOrDefaultAsync(CancellationToken.None);
                var result = at.Walk.Answer(at.Guide.Content, way, step, answer, words, before, at.Case.LastEntry, now);
                if (!result.Refused(out _, out var happened) && happened.Count > 0)
                {
                    db.WalkAnswers.Add(new()
                    {
                        WalkId = id, Number = 1 + await db.WalkAnswers.CountAsync(a => a.WalkId == id, CancellationToken.None), GuideId = at.Walk.GuideId, Version = at.Walk.Version,
                        Way = way, Step = step, Answer = answer, Words = words, Language = at.Case.Language, At = now,
                    });
                }

                return result;
            }, now);

        /// <summary>Whether a way has helped; learned once for each walk and way.</summary>
        public Task<Result<WalkView, WalkRefusal>> TellResult(Id<Walk> id, Caller caller, string way, bool solved, DateTimeOffset now) =>
            db.Act(id, caller, at => Task.FromResult(at.Walk.Tell(at.Guide.Content, way, solved, at.Case.LastEntry, now)), now);

        /// <summary>Then let us try another way.</summary>
        public Task<Result<WalkView, WalkRefusal>> TurnTo(Id<Walk> id, Caller caller, string? way, string from, DateTimeOffset now) =>
            db.Act(id, caller, at => Task.FromResult(at.Walk.Turn(at.Guide.Content, way, from, at.Case.LastEntry)), now);

        public Task<Result<WalkView, WalkRefusal>> AgreeTo(Id<Walk> id, Caller caller, string way, DateTimeOffset now) =>
            db.Act(id, caller, at => Task.FromResult(at.Walk.Agree(at.Guide.Content, way)), now);

        public Task<Result<WalkView, WalkRefusal>> RestWalk(Id<Walk> id, Caller caller, bool rests, DateTimeOffset now) =>
            db.Act(id, caller, at => Task.FromResult(at.Walk.Rest(rests)), now);

        public Task<Result<WalkView, WalkRefusal>> StopWalk(Id<Walk> id, Caller caller, DateTimeOffset now) =>
            db.Act(id, caller, at => Task.FromResult(at.Walk.Stop(at.Guide.Content, now)), now);

        private async Task<Result<WalkView, WalkRefusal>> Act(Id<Walk> id, Caller caller, Func<Underway, Task<Result<IReadOnlyList<Happening>, WalkRefusal>>> decide, DateTimeOffset now)
        {
            if (await db.FindWalk(id, caller, now) is not { } at)
                return WalkRefusal.Unknown;
            if (caller.Agent is { } agent && !agent.WorksAt(at.Case.DeskId))
                return WalkRefusal.WithAnotherDesk;
            var since = at.Walk.WayEntry;
            if ((await decide(at)).Refused(out var why, out var happened))
                return why;
            await db.Keep(at, caller, happened, since, now);
            return WalkView.Of(at);
        }
    }
}
