using System.Security.Cryptography;
using System.Text;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.SignIn;

/// <param name="LockedUntil">No password is looked at before then.</param>
public sealed record Attempt(Guid AccountId, DateTimeOffset? LockedUntil);

public static class AttemptsMapping
{
    /// <summary>So many attempts in a row, then a pause.</summary>
    public const int Tries = 10;
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    extension(Db db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();

        /// <summary>Counts an attempt before its password is looked at: of a hundred guesses at once, ten are tried.
        /// An address that nobody has is counted like one that somebody has: the pause tells no one whose it is.</summary>
        public async Task<Attempt> CountAttempt(string email, DateTimeOffset now)
        {
            var id = await db.AccountOrGhost(email.ToUpperInvariant(), now);
            var counted = await db.Accounts.Where(a => a.Id == id && (a.LockoutEnd == null || a.LockoutEnd <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1), CancellationToken.None);
            if (counted == 0)
                return new Attempt(id, await db.Accounts.Where(a => a.Id == id).Select(a => a.LockoutEnd).SingleAsync(CancellationToken.None));

            DateTimeOffset? until = now + Pause;
            await db.Accounts.Where(a => a.Id == id && a.AccessFailedCount >= Tries)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, until), CancellationToken.None);
            return new Attempt(id, null);
        }

        /// <summary>The password was right.</summary>
        public Task ForgetAttempts(Guid account) =>
            db.Accounts.Where(a => a.Id == account)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null), CancellationToken.None);

        private async Task<Guid> AccountOrGhost(string normalized, DateTimeOffset now)
        {
            var ghost = "ghost " + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(normalized)));
            var found = await db.Accounts.AsNoTracking().Where(a => a.NormalizedEmail == normalized || a.NormalizedUserName == ghost)
                .OrderBy(a => a.NormalizedEmail == null).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(CancellationToken.None);
            if (found is { } known)
                return known;

            var old = now - Remembered;
            await db.Accounts.Where(a => a.NormalizedEmail == null && a.LockoutEnd < old).ExecuteDeleteAsync(CancellationToken.None);
            var id = Guid.CreateVersion7();
            db.Accounts.Add(new Account { Id = id, NormalizedUserName = ghost, LockoutEnabled = true, LockoutEnd = now });
            await db.SaveChangesAsync(CancellationToken.None);
            return id;
        }
    }
}
