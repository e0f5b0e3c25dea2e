using System.Buffers.Text;
using System.Text.Json;
using Fido2NetLib;
using Fido2NetLib.Objects;

namespace Kayse.Grains.Passkeys;

/// <summary>
/// Verifies what authenticators sign, with Fido2. Bytes that are malformed in whatever way are refused like those that
/// are wrong.
/// </summary>
internal sealed class PasskeyVerifier(PasskeyRelyingParty party)
{
    private const int UserVerifiedFlag = 0x04;
    private const int FlagsAt = 32;

    private readonly Fido2 _fido = new(
        new Fido2Configuration
        {
            RPID = party.Id,
            RPName = PasskeyRelyingParty.Name,
            Origins = new HashSet<string>(StringComparer.Ordinal) { party.Origin },
        }
    );

    /// <summary>The challenge that a response answers; null when it names none.</summary>
    public static byte[]? ChallengeIn(byte[] clientData)
    {
        try
        {
            using var json = JsonDocument.Parse(clientData);
            return Base64Url.DecodeFromChars(json.RootElement.GetProperty("challenge").GetString());
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            return null;
        }
    }

    /// <summary>The passkey that was created for a person; null when the response proves none.</summary>
    public async Task<Passkey?> CreatedAsync(PasskeyAttestation response, byte[] challenge, byte[] userHandle)
    {
        var options = new CredentialCreateOptions
        {
            Challenge = challenge,
            Rp = new PublicKeyCredentialRpEntity(party.Id, PasskeyRelyingParty.Name),
            User = new Fido2User
            {
                Id = userHandle,
                Name = "",
                DisplayName = "",
            },
            PubKeyCredParams = [PubKeyCredParam.ES256, PubKeyCredParam.Ed25519, PubKeyCredParam.RS256],
            AuthenticatorSelection = new AuthenticatorSelection { UserVerification = UserVerificationRequirement.Preferred },
        };
        var raw = new AuthenticatorAttestationRawResponse
        {
            Id = Base64Url.EncodeToString(response.CredentialId),
            RawId = response.CredentialId,
            Type = PublicKeyCredentialType.PublicKey,
            Response = new AuthenticatorAttestationRawResponse.AttestationResponse
            {
                AttestationObject = response.AttestationObject,
                ClientDataJson = response.ClientData,
            },
        };
        try
        {
            var flags = AuthenticatorAttestationResponse.Parse(raw).AttestationObject.AuthData;
            var created = await _fido.MakeNewCredentialAsync(
                new MakeNewCredentialParams
                {
                    AttestationResponse = raw,
                    OriginalOptions = options,
                    IsCredentialIdUniqueToUserCallback = static (_, _) => Task.FromResult(true),
                }
            );
            return created.Id.AsSpan().SequenceEqual(response.CredentialId)
                ? new Passkey("", created.Id, created.PublicKey, "", default)
                {
                    SignCount = created.SignCount,
                    VerifiesUser = flags.UserVerified,
                    MayBeSynced = created.IsBackupEligible,
                    IsSynced = created.IsBackedUp,
                }
                : null;
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            return null;
        }
    }

    /// <summary>What a passkey's use proves; null when it proves nothing. The counter is not looked at.</summary>
    public async Task<PasskeyProof?> UsedAsync(PasskeyAssertion assertion, Passkey passkey, byte[] challenge, byte[] userHandle)
    {
        var command = new MakeAssertionParams
        {
            AssertionResponse = new AuthenticatorAssertionRawResponse
            {
                Id = Base64Url.EncodeToString(assertion.CredentialId),
                RawId = assertion.CredentialId,
                Type = PublicKeyCredentialType.PublicKey,
                Response = new AuthenticatorAssertionRawResponse.AssertionResponse
                {
                    AuthenticatorData = assertion.AuthenticatorData,
                    ClientDataJson = assertion.ClientData,
                    Signature = assertion.Signature,
                    UserHandle = assertion.UserHandle,
                },
            },
            OriginalOptions = new AssertionOptions
            {
                Challenge = challenge,
                RpId = party.Id,
                AllowCredentials = [new PublicKeyCredentialDescriptor(passkey.CredentialId)],
                UserVerification = UserVerificationRequirement.Preferred,
            },
            StoredPublicKey = passkey.PublicKey,
            StoredSignatureCounter = 0,
            IsUserHandleOwnerOfCredentialIdCallback = (owner, _) => Task.FromResult(owner.UserHandle.AsSpan().SequenceEqual(userHandle)),
        };
        try
        {
            var verified = await _fido.MakeAssertionAsync(command);
            var userVerified = (assertion.AuthenticatorData[FlagsAt] & UserVerifiedFlag) != 0;
            return new PasskeyProof(verified.SignCount, userVerified, verified.IsBackedUp);
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            return null;
        }
    }

    // The bytes are a stranger's: the parsers of JSON, CBOR, keys and addresses each have exceptions of their own.
    private static bool IsMalformed(Exception exception) => exception is not (OutOfMemoryException or OperationCanceledException);
}

/// <summary>What an authenticator said when a passkey was used.</summary>
/// <param name="SignCount">Its counter.</param>
/// <param name="UserVerified">Whether it checked who uses it.</param>
/// <param name="IsSynced">Whether the passkey is synced.</param>
internal sealed record PasskeyProof(uint SignCount, bool UserVerified, bool IsSynced);
