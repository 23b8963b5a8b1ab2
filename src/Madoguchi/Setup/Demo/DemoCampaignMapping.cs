using Madoguchi.Campaigns;
using Madoguchi.Campaigns.Keeping;
using Madoguchi.Customers;
using Madoguchi.Mail;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

/// <summary>One open campaign, whose codes anybody may try.</summary>
public static class DemoCampaignMapping
{
    public const string Slug = "video-launch";

    private static readonly IReadOnlyList<(string Email, TimeSpan Ago, bool Done)> People =
    [
        ("hanako@example.jp", TimeSpan.FromDays(3), true), ("taro@example.jp", TimeSpan.FromDays(2), true), ("kenji@example.jp", TimeSpan.FromHours(20), true), ("lucy@example.com", TimeSpan.FromHours(3), false),
    ];

    /// <summary>Who is complete, and so a customer.</summary>
    public static int Customers => People.Count(p => p.Done);

    extension(Db db)
    {
        /// <param name="numbers">One for each who is new.</param>
        public async Task PlantCampaign(Queue<CustomerNumber> numbers, DateTimeOffset now)
        {
            var day = new DateTimeOffset(now.Year, now.Month, now.Day, 15, 0, 0, TimeSpan.Zero); // midnight in Tokyo
            DemoMapping.Done(await db.MakeCampaign(new NewCampaign(Slug, new("ミナモ ビデオ 発売記念", "Minamo Video launch"), day.AddDays(-7), day.AddDays(7), new([.. Enumerable.Range(1001, 12).Select(n => $"MNM-{n}")], null),
                new("ミナモ コイン 500枚", "500 Minamo coins"), new("製品に入っているコードと、メールアドレスをご登録ください。", "Register the code that came with the product, and your mail address.")), now.AddDays(-7)));
            var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Slug == Slug, CancellationToken.None);
            var codes = await db.CampaignCodes.AsNoTracking().Where(c => c.CampaignId == campaign.Id).OrderBy(c => c.Folded).ToListAsync(CancellationToken.None);
            foreach (var (person, code) in People.Zip(codes))
            {
                var (at, mail) = ((now - person.Ago).ToMicroseconds(), MailAddress.Of(person.Email)!); // written above
                var one = new Registration { Id = Id<Registration>.New(), CampaignId = campaign.Id, CodeId = code.Id, Email = mail, Folded = Reachable.Fold(AddressKind.Mail, mail), Language = person.Email.EndsWith("jp", StringComparison.Ordinal) ? "ja" : "en", BeganAt = at };
                db.Registrations.Add(one);
                db.RegistrationEvents.Add(one.Note(RegistrationEventKind.Began, at));
                if (person.Done)
                    db.RegistrationEvents.Add(one.Finish(campaign, await db.AccountOf(one, numbers.Dequeue(), at), RegistrationsMapping.FreshReceipt(), at.AddMinutes(2)));
                await db.SaveChangesAsync(CancellationToken.None);
            }
        }
    }
}
