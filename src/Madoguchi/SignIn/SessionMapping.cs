using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.SignIn;

public static class SessionMapping
{
    extension(Db db)
    {
        /// <summary>The agent of a session, unless they have left or their password has changed since.</summary>
        public Task<CurrentAgent?> AgentOfSession(Guid id, string stamp, CancellationToken ct)
        {
            var agent = new Id<Agent>(id);
            return db.Agents.AsNoTracking().Where(a => a.Id == agent && a.LeftAt == null && db.Set<Account>().Any(c => c.Id == id && c.SecurityStamp == stamp))
                .Select(a => new CurrentAgent(a.Id, a.Name, a.ShownName, a.Role, a.Seats.Select(s => s.DeskId).ToList(), a.Languages)).SingleOrDefaultAsync(ct);
        }
    }
}
