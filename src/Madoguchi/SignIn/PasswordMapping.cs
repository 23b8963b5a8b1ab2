using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.SignIn;

public static class PasswordMapping
{
    extension(Db db)
    {
        /// <summary>Gives an agent a password (hashed outside the door). Whoever was signed in as this agent is out.</summary>
        public async Task<bool> SetPassword(Id<Agent> agent, string hash)
        {
            if (await db.Agents.Where(a => a.Id == agent && a.LeftAt == null).Select(a => a.Email).SingleOrDefaultAsync(CancellationToken.None) is not { } email)
                return false;

            var id = agent.Value;
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, CancellationToken.None);
            if (account is null)
                db.Accounts.Add(account = new Account { Id = id, LockoutEnabled = true });
            account.UserName = account.Email = email;
            account.NormalizedUserName = account.NormalizedEmail = email.ToUpperInvariant();
            account.PasswordHash = hash;
            account.SecurityStamp = Guid.NewGuid().ToString("N");
            account.ConcurrencyStamp = Guid.NewGuid().ToString("N");
            account.AccessFailedCount = 0;
            account.LockoutEnd = null;
            db.RingAfterCommit(Topic.Of(agent)); // the streams of the old sessions end
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
    }
}
