using Madoguchi.Cases;
using Madoguchi.Customers;
using Madoguchi.Desks;
using Madoguchi.Shared;

namespace Madoguchi.Campaigns;

/// <summary>What an agent may mend.</summary>
public enum Repair { Resend, CorrectAddress, Complete, Release }

public enum RepairRefusal { Unknown, NotSupervisor, UnknownCase, WithAnotherDesk, NeedsCase, AddressTaken, CodeUsed, Complete, NotComplete, Released }

public sealed partial class Registration
{
    /// <summary>Who may mend what, and when: completing by hand and releasing are for those who answer for it, and completing by hand names the case that asked for it.</summary>
    public RepairRefusal? Prevents(Repair repair, CurrentAgent agent, Registration? winner, bool hasCase)
    {
        if (repair is Repair.Complete or Repair.Release && !agent.SeesAll)
            return RepairRefusal.NotSupervisor;
        if (State is RegistrationState.Released)
            return RepairRefusal.Released;
        if (repair is Repair.Release)
            return State is RegistrationState.Complete ? null : RepairRefusal.NotComplete;
        if (State is RegistrationState.Complete)
            return RepairRefusal.Complete;
        if (winner is not null)
            return RepairRefusal.CodeUsed;
        return repair is Repair.Complete && !hasCase ? RepairRefusal.NeedsCase : null;
    }

    public RegistrationEvent FinishByHand(Campaign campaign, Id<Customer> account, string receipt, EventBy by, string reason, Id<Case> caseId, DateTimeOffset now)
    {
        Complete(campaign, account, receipt, now);
        return Note(RegistrationEventKind.CompletedByHand, now, by, reason, receipt, caseId);
    }

    /// <summary>The code is free again. What was written stays on the record.</summary>
    public RegistrationEvent Release(EventBy by, string reason, Id<Case>? caseId, DateTimeOffset now)
    {
        State = RegistrationState.Released;
        return Note(RegistrationEventKind.Released, now, by, reason, null, caseId);
    }

    /// <summary>The old code proves nothing about the new address.</summary>
    public RegistrationEvent Correct(string email, string folded, string masked, EventBy? by, string? reason, Id<Case>? caseId, DateTimeOffset now)
    {
        (Email, Folded, ProofId) = (email, folded, null);
        return Note(RegistrationEventKind.AddressCorrected, now, by, reason, masked, caseId);
    }
}
