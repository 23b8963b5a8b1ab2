using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.SignIn;

public static class KeysMakingMapping
{
    extension(Db db)
    {
        public async Task<Result<KeyMade, KeyMadeRefusal>> MakeKey(Id<Agent> agent, string key, DateTimeOffset now)
        {
            if (!await db.Agents.AnyAsync(a => a.Id == agent && a.LeftAt == null, CancellationToken.None))
                return KeyMadeRefusal.UnknownAgent;
            var made = new ApiKey { Id = Id<ApiKey>.New(), AgentId = agent, Hash = Secret.Hash(key), Hint = key[..8], CreatedAt = now };
            db.ApiKeys.Add(made);
            await db.SaveChangesAsync(CancellationToken.None);
            return new KeyMade(key, made.Id);
        }

        public Task<List<KeyView>> KeysOf(Id<Agent> agent, CancellationToken ct) =>
            db.ApiKeys.AsNoTracking().Where(k => k.AgentId == agent && k.RevokedAt == null).OrderBy(k => k.CreatedAt).Select(k => new KeyView(k.Id, k.Hint, k.CreatedAt)).ToListAsync(ct);

        /// <summary>False: there is no such key of this agent, or not any more.</summary>
        public async Task<bool> RevokeKey(Id<Agent> agent, Id<ApiKey> key, DateTimeOffset now)
        {
            db.RingAfterCommit(Topic.Of(agent)); // what is open with this key ends
            return await db.ApiKeys.Where(k => k.Id == key && k.AgentId == agent && k.RevokedAt == null)
                .ExecuteUpdateAsync(k => k.SetProperty(x => x.RevokedAt, (DateTimeOffset?)now), CancellationToken.None) == 1;
        }
    }
}
