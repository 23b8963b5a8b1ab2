using Madoguchi.Cases;
using Madoguchi.Cases.Contacting;
using Madoguchi.Cases.Timeline;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Learning.Helping;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Chat.Contacting;

public static class AlongMapping
{
    extension(Db db)
    {
        /// <summary>The facts of the page, and what the site says of its user.</summary>
        public async Task TellAlong(Case theCase, Contact told, Along along, KnownIdentity? user, DateTimeOffset now)
        {
            foreach (var (key, value) in along.Facts)
                await db.Tell(theCase, key, value, By.Page, now);
            if (user is null)
                return;
            var slug = await db.Desks.Where(d => d.Id == theCase.DeskId).Select(d => d.Slug).SingleAsync(CancellationToken.None);
            var verified = user.IsVerified(slug, now);
            var by = verified ? By.Site : By.UnsignedSite;
            await db.Tell(theCase, "userId", user.Id, by, now);
            if (user.Mail is { Length: > 0 } mail && Reachable.CanBe(AddressKind.Mail, mail))
                // What the customer has typed themselves is where they want their answer.
                await db.Tell(theCase, verified && (told.Email is null || Same(told.Email, mail)) ? "email" : "siteEmail", mail, by, now);
            if (verified && user.Name is { Length: > 0 } name && told.Name is null)
                await db.Tell(theCase, "name", name, by, now);
        }

        /// <summary>What they searched for and read before they wrote, as facts: so that nobody sends them there again.</summary>
        public async Task TellSought(Case theCase, SoughtBefore sought, DateTimeOffset now)
        {
            var titles = await db.ReadInVain(sought.Searched, sought.Read, Tongue.Of(theCase.Language), now);
            if (sought.Searched is { } words)
                await db.Tell(theCase, "searched", words, By.Page, now);
            if (titles.Count > 0)
                await db.Tell(theCase, "readBefore", string.Join('\n', titles), By.Page, now);
        }

        /// <summary>The secret by which the site of a desk signs; nothing when it has none.</summary>
        public async Task<string?> WidgetSecret(string slug, IDataProtectionProvider protection, CancellationToken ct) =>
            await db.Desks.Where(d => d.Slug == slug).Select(d => d.WidgetSecret).SingleOrDefaultAsync(ct) is { } kept ? WidgetSecrets.Open(kept, protection) : null;
    }

    private static bool Same(string one, string other) => Reachable.Fold(AddressKind.Mail, one) == Reachable.Fold(AddressKind.Mail, other);
}
