using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.SignIn;

public static class KeysMapping
{
    private static readonly Compiled<Func<Db, byte[], CancellationToken, Task<CurrentAgent?>>> ByKey = new(() => EF.CompileAsyncQuery((Db db, byte[] hash, CancellationToken ct) =>
        db.Set<ApiKey>().AsNoTracking().Where(k => k.Hash == hash && k.RevokedAt == null)
            .Join(db.Set<Agent>().Where(a => a.LeftAt == null), k => k.AgentId, a => a.Id, (k, a) => a)
            .Select(a => new CurrentAgent(a.Id, a.Name, a.ShownName, a.Role, a.Seats.Select(s => s.DeskId).ToList(), a.Languages) { NeedsApproval = a.NeedsApproval }).FirstOrDefault()));

    private static readonly Compiled<Func<Db, byte[], DateTimeOffset, CancellationToken, Task<CurrentCustomer?>>> ByToken = new(() =>
        EF.CompileAsyncQuery((Db db, byte[] hash, DateTimeOffset closedAfter, CancellationToken ct) =>
            db.Set<CaseToken>().AsNoTracking().Where(t => t.Hash == hash && t.RevokedAt == null)
                .Join(db.Set<Case>().Where(c => c.ClosedAt == null || c.ClosedAt > closedAfter), t => t.CaseId, c => c.Id, (t, c) => c)
                .Join(db.Set<Customer>(), c => c.CustomerId, c => c.Id, (c, who) => new CurrentCustomer(c.Id, who.Id, who.Name, hash)).FirstOrDefault()));

    extension(Db db)
    {
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();

        public Task<CurrentAgent?> AgentByKey(string key, CancellationToken ct) => ByKey.For(db)(db, Secret.Hash(key), ct);

        public Task<CurrentCustomer?> CustomerByToken(string token, DateTimeOffset now, CancellationToken ct) =>
            ByToken.For(db)(db, Secret.Hash(token), now - Case.OpenAfterClosing, ct);
    }
}
