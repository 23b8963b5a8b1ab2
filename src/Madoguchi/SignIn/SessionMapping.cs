using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.SignIn;

public static class SessionMapping
{
    /// <summary>However busy it is kept, a session ends.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    extension(Db db)
    {
        /// <summary>The agent of this password's stamp, unless they have left or the password has changed since.</summary>
        public Task<CurrentAgent?> AgentOfStamp(Guid id, string stamp, CancellationToken ct)
        {
            var agent = new Id<Agent>(id);
            return db.Agents.AsNoTracking().Where(a => a.Id == agent && a.LeftAt == null && db.Set<Account>().Any(c => c.Id == id && c.SecurityStamp == stamp))
                .Select(a => new CurrentAgent(a.Id, a.Name, a.ShownName, a.Role, a.Seats.Select(s => s.DeskId).ToList(), a.Languages) { NeedsApproval = a.NeedsApproval }).SingleOrDefaultAsync(ct);
        }

        /// <summary>The agent of a session that has not ended.</summary>
        public async Task<CurrentAgent?> AgentOfSession(Guid id, string stamp, Id<Session> session, DateTimeOffset now, CancellationToken ct)
        {
            var (agent, since) = (new Id<Agent>(id), now - Longest);
            return await db.Set<Session>().AnyAsync(s => s.Id == session && s.AgentId == agent && s.StartedAt > since, ct) ? await db.AgentOfStamp(id, stamp, ct) : null;
        }

        internal async Task BeginSession(Session session)
        {
            var (agent, old) = (session.AgentId, session.StartedAt - Longest);
            await db.Set<Session>().Where(s => s.AgentId == agent && s.StartedAt < old).ExecuteDeleteAsync(CancellationToken.None);
            db.Add(session);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        internal async Task EndSession(Id<Session> session, Id<Agent> agent)
        {
            await db.Set<Session>().Where(s => s.Id == session && s.AgentId == agent).ExecuteDeleteAsync(CancellationToken.None);
            db.RingAfterCommit(Topic.Of(agent)); // what is open in its other tabs ends
        }
    }
}
