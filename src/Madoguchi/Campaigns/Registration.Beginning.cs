namespace Madoguchi.Campaigns;

public enum BeginRefusal { Unknown, NotYet, Over, UnknownCode, Slip, CodeUsed }

public sealed partial class Registration
{
    /// <summary>So many mails an hour for one code, whatever addresses it is tried with. Who begins beyond that has begun; only the mail waits.</summary>
    public const int MailsAnHourForOneCode = 5;

    /// <summary>What stands against beginning, or going on. The same address with the same code goes on, also after closing; a code is never locked against its own owner.</summary>
    /// <param name="mine">The one of this address with this code, if there is one.</param>
    /// <param name="winner">Whoever has finished with this code.</param>
    public static BeginRefusal? Prevents(Campaign campaign, Registration? mine, Registration? winner, DateTimeOffset now) => campaign.Window(now) switch
    {
        CampaignWindow.NotYet => BeginRefusal.NotYet,
        _ when mine is not null && mine == winner => null,
        _ when winner is not null => BeginRefusal.CodeUsed,
        CampaignWindow.Open => null,
        CampaignWindow.Finishing when mine is not null => null,
        _ => BeginRefusal.Over,
    };

    /// <summary>When the next mail for this code may go; null: now.</summary>
    /// <param name="ofCode">All registrations with this code.</param>
    public static DateTimeOffset? NextMail(IEnumerable<Registration> ofCode, DateTimeOffset now)
    {
        var lately = ofCode.Select(r => r.MailedAt).OfType<DateTimeOffset>().Where(at => at > now.AddHours(-1)).Order().ToList();
        return lately.Count < MailsAnHourForOneCode ? null : lately[^MailsAnHourForOneCode].AddHours(1);
    }
}
