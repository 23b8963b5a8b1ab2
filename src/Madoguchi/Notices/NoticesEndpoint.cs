using Madoguchi.Cases;
using Madoguchi.Cases.Timeline;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Notices;

/// <param name="CaseId">Missing where it is about something else.</param>
/// <param name="Subject">Of the case, as long as the agent may still see it; or what else it is about.</param>
/// <param name="About">The page that it leads to, where that is no case.</param>
public sealed record NoticeView(Id<Notice> NoticeId, Id<Case>? CaseId, string Kind, DateTimeOffset At, DateTimeOffset? SeenAt = null, string? Subject = null, string? About = null);

public sealed record NoticeList(int Unseen, IReadOnlyList<NoticeView> Notices);

public sealed record NoticeSeen(Id<Notice> NoticeId, DateTimeOffset SeenAt);

public enum SeenRefusal { Unknown }

public static class NoticesEndpoint
{
    public const int Newest = 50;

    public static void AddNotices(this IServiceCollection services) => services.AddSingleton<OutboxWork, NoticeFollower>().AddSingleton<EntryWork, WakingFollower>().AddSingleton<EntryWork, MentionsFollower>().AddSingleton<EntryWork, AnsweredFollower>().AddSingleton<EntryWork, ApprovalsFollower>();

    public static void MapNotices(this IEndpointRouteBuilder agents)
    {
        agents.MapGet("/notices", Read).WithName("readNotices").WithSummary("What rang for me, newest first");
        agents.MapPost("/notices/{noticeId:id}/seen", See).WithName("seeNotice").WithSummary("I have seen it").ProducesProblem(404);
    }

    private static async Task<Ok<NoticeList>> Read(CurrentAgent agent, Db db, CancellationToken ct) => TypedResults.Ok(await db.NoticesOf(agent, ct));

    private static async Task<Results<Ok<NoticeSeen>, ProblemHttpResult>> See(Id<Notice> noticeId, CurrentAgent agent, IdempotencyKey once, Writes writes, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now;
        var result = await writes.WriteOnce(once.For($"agent {agent.Id}", []), now, db => db.See(noticeId, agent, now), ct);
        return result.Refused(out _, out var seen) ? Problem.NotFound : TypedResults.Ok(seen);
    }
}

public static class SeeingMapping
{
    extension(Db db)
    {
        public async Task<NoticeList> NoticesOf(CurrentAgent agent, CancellationToken ct)
        {
            var mine = db.Notices.AsNoTracking().Where(n => n.AgentId == agent.Id);
            var visible = db.Cases.VisibleTo(agent, db);
            var newest = await mine.OrderByDescending(n => n.At).ThenBy(n => n.Kind).Take(NoticesEndpoint.Newest)
                .Select(n => new NoticeView(n.Id, n.About == null ? n.CaseId : null, n.Kind, n.At, n.SeenAt, n.Says ?? visible.Where(c => c.Id == n.CaseId).Select(c => c.Subject).FirstOrDefault(), n.About)).ToListAsync(ct);
            return new(await mine.CountAsync(n => n.SeenAt == null, ct), newest);
        }

        /// <summary>Seen twice is seen.</summary>
        public async Task<Result<NoticeSeen, SeenRefusal>> See(Id<Notice> id, CurrentAgent agent, DateTimeOffset now)
        {
            if (await db.Notices.AsTracking().SingleOrDefaultAsync(n => n.Id == id && n.AgentId == agent.Id, CancellationToken.None) is not { } notice)
                return SeenRefusal.Unknown;
            notice.SeenAt ??= now;
            db.RingAfterCommit(Topic.Of(agent.Id));
            await db.SaveChangesAsync(CancellationToken.None);
            return new NoticeSeen(id, notice.SeenAt.Value);
        }
    }
}
