using Madoguchi.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.SignIn;

/// <summary>Identity's store on our own accounts: reads beside the door, writes through it. Hashing is done by then.</summary>
public sealed partial class AccountStore(IDbContextFactory<Db> contexts, Writes writes)
{
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) =>
        writes.Write(async db =>
        {
            db.Accounts.Add(user);
            await db.SaveChangesAsync(CancellationToken.None);
            return IdentityResult.Success;
        }, cancellationToken);

    // Attempts are counted by the database alone (AttemptsMapping): an account read before a guess must not forget it.
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        var (read, next) = (user.ConcurrencyStamp, Guid.NewGuid().ToString("N"));
        var written = await writes.Write(db => db.Accounts.Where(a => a.Id == user.Id && a.ConcurrencyStamp == read).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.UserName, user.UserName).SetProperty(a => a.NormalizedUserName, user.NormalizedUserName)
            .SetProperty(a => a.Email, user.Email).SetProperty(a => a.NormalizedEmail, user.NormalizedEmail).SetProperty(a => a.EmailConfirmed, user.EmailConfirmed)
            .SetProperty(a => a.PasswordHash, user.PasswordHash).SetProperty(a => a.SecurityStamp, user.SecurityStamp)
            .SetProperty(a => a.LockoutEnd, user.LockoutEnd).SetProperty(a => a.LockoutEnabled, user.LockoutEnabled)
            .SetProperty(a => a.ConcurrencyStamp, next), CancellationToken.None), cancellationToken);
        if (written == 0)
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        user.ConcurrencyStamp = next;
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) =>
        writes.Write(async db =>
        {
            await db.Accounts.Where(a => a.Id == user.Id).ExecuteDeleteAsync(CancellationToken.None);
            return IdentityResult.Success;
        }, cancellationToken);

    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Guid.TryParse(userId, out var id) ? await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;
    }

    public async Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == normalizedUserName, cancellationToken);
    }

    public async Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == normalizedEmail, cancellationToken);
    }

    /// <summary>Counted in the database itself: of many guesses at once, none is lost.</summary>
    public async Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) =>
        user.AccessFailedCount = await writes.Write(async db =>
        {
            await db.Accounts.Where(a => a.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), CancellationToken.None);
            return await db.Accounts.Where(a => a.Id == user.Id).Select(a => a.AccessFailedCount).SingleOrDefaultAsync(CancellationToken.None);
        }, cancellationToken);

    public async Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken)
    {
        await writes.Write(db => db.Accounts.Where(a => a.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0), CancellationToken.None), cancellationToken);
        user.AccessFailedCount = 0;
    }
}
