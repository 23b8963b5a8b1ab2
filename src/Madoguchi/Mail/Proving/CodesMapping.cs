using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Mail.Proving;

public static class CodesMapping
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    extension(Db db)
    {
        public DbSet<MailCode> MailCodes => db.Set<MailCode>();

        /// <summary>Writes a code's row, and its letter when there is one. Too many in an hour: the row only, and the same answer.</summary>
        public async Task Ask(MailCode code, Letter? letter, DateTimeOffset now)
        {
            var (hour, old, about, caseId) = (now - TimeSpan.FromHours(1), now - Kept, code.About, code.CaseId);
            await db.MailCodes.Where(c => c.CreatedAt < old).ExecuteDeleteAsync(CancellationToken.None);
            var lately = await db.MailCodes.CountAsync(c => c.CreatedAt > hour && (c.About == about || (c.CaseId != null && c.CaseId == caseId)), CancellationToken.None);
            db.MailCodes.Add(code);
            if (letter is not null && lately < MailCode.AnHour)
                db.Post(letter);
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<MailCode>
    {
        public void Configure(EntityTypeBuilder<MailCode> builder)
        {
            builder.ToTable("mail_codes").HasKey(c => c.Id);
            builder.Property(c => c.Id).ValueGeneratedNever();
            builder.HasIndex(c => c.CreatedAt);
            builder.HasIndex(c => c.CaseId);
        }
    }
}
