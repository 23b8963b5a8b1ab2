using Madoguchi.Articles;
using Madoguchi.Calls.Taking;
using Madoguchi.Care.Supervising;
using Madoguchi.Cases;
using Madoguchi.Cases.Asking;
using Madoguchi.Cases.Attaching;
using Madoguchi.Cases.Canned;
using Madoguchi.Cases.Contacting;
using Madoguchi.Cases.Facts;
using Madoguchi.Cases.Messaging;
using Madoguchi.Cases.Noting;
using Madoguchi.Cases.Prioritizing;
using Madoguchi.Cases.Snoozing;
using Madoguchi.Cases.Solving;
using Madoguchi.Cases.Tagging;
using Madoguchi.Cases.Timeline;
using Madoguchi.Cases.Wording;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Desks.Hours;
using Madoguchi.Handovers.Accepting;
using Madoguchi.Handovers.Offering;
using Madoguchi.Handovers.Returning;
using Madoguchi.Remedies.Granting;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Madoguchi.Thanks.Giving;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

public static class DemoMapping
{
    extension(Db db)
    {
        public Task<bool> IsEmpty(CancellationToken ct) => db.Desks.AllAsync(d => false, ct);

        /// <summary>The desks, the agents and what the desks ask.</summary>
        public async Task Furnish(string passwordHash, DateTimeOffset now)
        {
            foreach (var desk in DemoPeople.Desks)
                Done(await db.MakeDesk(desk));
            foreach (var agent in DemoPeople.Agents)
                await db.SetPassword(Done(await db.MakeAgent(agent, now)).AgentId, passwordHash);

            var desks = await db.Desks.ToDictionaryAsync(d => d.Slug, d => d.Id, CancellationToken.None);
            foreach (var (question, position) in DemoPeople.Questions.Select((q, i) => (q, i)))
            {
                db.Add(new IntakeQuestion
                {
                    DeskId = desks[question.Desk], Key = question.Key, Label = question.Label, LabelInEnglish = question.English, Help = question.Help,
                    HelpInEnglish = question.HelpInEnglish, Scope = question.Scope, Position = position,
                });
            }

            await db.SaveChangesAsync(CancellationToken.None);
            foreach (var (desk, terms) in DemoWords.Glossaries)
                await db.SetGlossary(desk, terms);
            foreach (var (desk, hours) in DemoHours.Of(now))
                await db.SetHours(desk, hours);
            foreach (var text in DemoPeople.CannedTexts)
                Done(await db.MakeCannedText(text, CurrentAgent.Bootstrap));
            foreach (var (slug, words) in DemoArticles.All)
                Done(await db.SayArticle(slug, words, CurrentAgent.Bootstrap, null, now));
        }

        /// <summary>The story is told; who told it goes on as a customer.</summary>
        public async Task<(Case Case, Caller Customer)> Tell(Story story, CustomerNumber number, string token, IReadOnlyDictionary<string, Caller> agents, DateTimeOffset at)
        {
            if (story.TakenBy is { } taker)
                return await db.HearByPhone(story.Told, number, token, agents[taker].Agent!, at); // agents: made from agents
            var claimed = story.Claims is { } name ? await db.Customers.Where(c => c.Name == name).Select(c => c.Number).FirstAsync(CancellationToken.None) : null;
            var opened = Done(await db.Open(story.Told with { CustomerNumber = claimed }, number, token, null, at));
            return (opened, new Caller(new CurrentCustomer(opened.Id, opened.CustomerId, story.Told.Name, Secret.Hash(token))));
        }

        private async Task<(Case Case, Caller Customer)> HearByPhone(Contact told, CustomerNumber number, string token, CurrentAgent taker, DateTimeOffset at)
        {
            var call = new Call(told.Desk!, told.Text, Phone: told.Phone, Name: told.Name, Language: told.Language, Facts: told.Facts); // a desk was called
            var made = Done(await db.TakeCall(call, number, taker, at));
            var opened = await db.Cases.SingleAsync(c => c.Id == made.CaseId, CancellationToken.None);
            return (opened, new Caller(new CurrentCustomer(opened.Id, opened.CustomerId, told.Name, Secret.Hash(token))));
        }

        public async Task Play(Act act, Id<Case> id, Caller customer, IReadOnlyDictionary<string, Caller> agents, KeptFile? file, DateTimeOffset at)
        {
            switch (act)
            {
                case Act.CustomerSays says:
                    Done(await db.Say(id, customer, new MessageSaid(says.Text), at));
                    break;
                case Act.CustomerSends when file is not null:
                    Done(await db.Attach(id, customer, [file], null, at));
                    break;
                case Act.AgentSays says:
                    Done(await db.Say(id, agents[says.Agent], new MessageSaid(says.Text), at));
                    break;
                case Act.TriesToSend tries when !(await db.Say(id, agents[tries.Agent], new MessageSaid(tries.Text), new Hold(), at)).Refused(out _, out _):
                    throw new InvalidOperationException("The demo does not hold together: nothing was held back.");
                case Act.TriesToSend:
                    break;
                case Act.WantsSupervisor:
                    Done(await db.WishSupervisor(id, customer, at));
                    break;
                case Act.Notes notes:
                    Done(await db.Note(id, agents[notes.Agent], notes.Text, at));
                    break;
                case Act.Tags tags:
                    Done(await db.Tag(id, agents[tags.Agent], tags.Words, null, at));
                    break;
                case Act.Prioritizes prioritizes:
                    Done(await db.Prioritize(id, agents[prioritizes.Agent], prioritizes.Priority, null, at));
                    break;
                case Act.Snoozes snoozes:
                    Done(await db.Snooze(id, agents[snoozes.Agent], at + snoozes.For, null, at));
                    break;
                case Act.Proposes proposes:
                    Done(await db.Propose(id, agents[proposes.Agent], proposes.Outcome, new Hold(), at));
                    break;
                case Act.Confirms confirms:
                    Done(await db.AnswerSolution(id, customer, confirms.Solved, at));
                    break;
                case Act.Asks asks:
                    Done((await db.Ask(id, agents[asks.Agent], new Question(asks.Fact, asks.Because), at)).Result);
                    break;
                case Act.Tells tells:
                    Done(await db.TellFact(id, tells.Agent is { } agent ? agents[agent] : customer, tells.Key, tells.Value, at));
                    break;
                case Act.Thanks thanks:
                    Done(await db.GiveThanks(id, customer, thanks.Score, thanks.Text, new Names([.. thanks.Agents.Select(a => agents[a].Agent!.ShownName)]), at)); // agents: made from agents
                    break;
                case Act.BreaksOff breaks:
                    await db.BreakOff(breaks, id, at);
                    break;
                case Act.FollowsUp follows:
                    await db.FollowUp(id, agents[follows.Agent], at);
                    break;
                case Act.AnswersFollowUp answers:
                    await db.Answer(answers, id, customer, at);
                    break;
                case Act.Walks or Act.Agrees or Act.Steps:
                    await db.Walk(act, id, customer, agents, at);
                    break;
                case Act.Remedies remedies:
                    Done(await db.Grant(id, remedies.Remedy, remedies.Reason, agents[remedies.Agent], at, remedies.Amount));
                    break;
                case Act.FallsSilent:
                    await db.Silence(id, at);
                    break;
                default:
                    await db.HandOn(act, id, agents, at);
                    break;
            }
        }

        private async Task HandOn(Act act, Id<Case> id, IReadOnlyDictionary<string, Caller> agents, DateTimeOffset at)
        {
            if (act is Act.Offers offers)
            {
                Done(await db.Offer(id, new NewOffer(offers.ToDesk, offers.Reason), agents[offers.Agent].Agent!, at)); // agents: made from agents
                return;
            }

            var pending = await db.Handovers.Where(h => h.CaseId == id && h.State == HandoverState.Offered).Select(h => h.Id).SingleAsync(CancellationToken.None);
            if (act is Act.Accepts accepts)
                Done(await db.Accept(pending, agents[accepts.Agent].Agent!, at)); // as above
            else if (act is Act.Returns returns)
                Done(await db.Return(pending, returns.Reason, agents[returns.Agent].Agent!, at)); // as above
        }

        /// <summary>A fresh link for a customer of this language whom somebody is helping.</summary>
        public async Task<bool> MintLink(string language, string token, DateTimeOffset now)
        {
            var id = await db.Cases.Where(c => c.Language == language && c.AgentId != null && c.ClosedAt == null).OrderByDescending(c => c.ActiveAt).Select(c => (Id<Case>?)c.Id).FirstOrDefaultAsync(CancellationToken.None);
            if (id is not { } found)
                return false;
            db.Add(new CaseToken { Hash = Secret.Hash(token), CaseId = found, CreatedAt = now });
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        private async Task Silence(Id<Case> id, DateTimeOffset at)
        {
            var theCase = await db.Lock(id).AsTracking().SingleAsync(CancellationToken.None);
            var silence = await db.Desks.Where(d => d.Id == theCase.DeskId).Select(d => d.SilenceHours).SingleAsync(CancellationToken.None);
            if (theCase.CloseBySilence(TimeSpan.FromHours(silence), at) is { } closed)
                db.Record(theCase, By.System, closed, at);
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }

    internal static T Done<T, TRefusal>(Result<T, TRefusal> result)
        where TRefusal : struct, Enum =>
        result.Refused(out var why, out var done) ? throw new InvalidOperationException($"The demo does not hold together: {why}.") : done;
}
