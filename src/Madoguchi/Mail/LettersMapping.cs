using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Mail.Sending;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Madoguchi.Mail;

public static class LettersMapping
{
    extension(Db db)
    {
        public DbSet<Letter> Letters => db.Set<Letter>();

        /// <summary>Puts a letter into the box, in the transaction of the act that causes it.</summary>
        public void Post(Letter letter)
        {
            db.Letters.Add(letter);
            db.RingAfterCommit(LetterFollower.Topic);
        }

        /// <summary>A letter to the customer of this case, with the link to it where the text says <see cref="Letter.Link"/>. False: no address is known.</summary>
        public Task<bool> SendToCustomer(Case theCase, string subject, string text, DateTimeOffset now, DateTimeOffset? due = null) =>
            db.SendToCustomer(theCase, LetterKind.FollowUp, subject, text, now, due);

        public async Task<bool> SendToCustomer(Case theCase, LetterKind kind, string subject, string text, DateTimeOffset now, DateTimeOffset? due = null, int upTo = 0)
        {
            if (await db.MailAddressOf(theCase.CustomerId, CancellationToken.None) is not { } to)
                return false;
            var (deskId, t) = (theCase.DeskId, Tongue.Of(theCase.Language));
            var desk = await db.Desks.AsNoTracking().SingleAsync(d => d.Id == deskId, CancellationToken.None);
            db.Post(new Letter
            {
                Id = Id<Letter>.New(), CustomerId = theCase.CustomerId, CaseId = theCase.Id, Kind = kind, To = to.Value, Sender = desk.NameIn(t), Subject = subject, Text = text,
                Language = theCase.Language, UpTo = upTo, CreatedAt = now, DueAt = due ?? now,
            });
            return true;
        }

        /// <summary>Where a customer is written to: what is verified before what was merely told, the newest first, never what was replaced.</summary>
        public async Task<Address?> MailAddressOf(Id<Customer> id, CancellationToken ct)
        {
            var told = await db.Set<Address>().AsNoTracking().Where(a => a.CustomerId == id && a.Kind == AddressKind.Mail).ToListAsync(ct);
            var facts = told.Count == 0 ? [] : await db.Facts.AsNoTracking().Where(f => f.CustomerId == id && f.Key == "email").Select(f => new { f.Value, Holds = f.ReplacedAt == null }).ToListAsync(ct);
            var replaced = facts.GroupBy(f => Reachable.Fold(AddressKind.Mail, f.Value)).Where(f => !f.Any(one => one.Holds)).Select(f => f.Key).ToHashSet();
            return told.Where(a => !replaced.Contains(a.Folded) && MailAddress.Of(a.Value) is not null).OrderByDescending(a => a.VerifiedAt is not null).ThenByDescending(a => a.VerifiedAt ?? a.ToldAt).FirstOrDefault();
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<Letter>
    {
        public void Configure(EntityTypeBuilder<Letter> builder)
        {
            builder.ToTable("letters").HasKey(l => l.Id);
            builder.Property(l => l.Id).ValueGeneratedNever();
            builder.Ignore(l => l.MessageId);
            builder.HasIndex(l => new { l.State, l.DueAt });
            builder.HasIndex(l => new { l.CaseId, l.CreatedAt });
        }
    }
}
